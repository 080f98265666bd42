import { PageHeader } from '@portal/ui'
import { useSession } from '../../lib/session.tsx'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSignIn } from './use-sign-in.ts'
import './sign-in.css'

export function SignInPage() {
  const demonstration = useSession()?.demonstration ?? null
  const { enter, entering, outcome } = useSignIn()
  return (
    <>
      <PageHeader
        title="Entrar"
        sentence="Revisión de los documentos y materiales del voto de las mexicanas y los mexicanos residentes en el extranjero, entre el INE y los OPL."
      />
      <div className="sign-in" data-alone={demonstration === null || undefined}>
        <SignInForm enter={enter} busy={entering !== null} outcome={outcome} />
        {demonstration && (
          <DemonstrationAccounts
            accounts={demonstration.accounts}
            entering={entering}
            onEnter={(email) => void enter(email, demonstration.password)}
          />
        )}
      </div>
    </>
  )
}
