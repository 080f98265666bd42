import { Stack } from '@mantine/core'
import { PageHeader } from '@portal/ui'
import { useSession } from '../../lib/session.tsx'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { SecondStep } from './second-step.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSignIn } from './use-sign-in.ts'
import './sign-in.css'

export function SignInPage() {
  const session = useSession()
  const demonstration = session?.demonstration ?? null
  const { enter, entering, outcome, goOn } = useSignIn()
  if (session?.secondFactor?.step === 'enter') {
    const { totp, passkey } = session.secondFactor
    return (
      <>
        <PageHeader
          title="Segundo paso"
          sentence="Su contraseña es correcta. Falta su segundo factor para entrar; tiene quince minutos."
        />
        <div className="sign-in" data-alone>
          <SecondStep totp={totp} passkey={passkey} onEntered={goOn} />
        </div>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Entrar"
        sentence="Revisión de los documentos y materiales del voto de las mexicanas y los mexicanos residentes en el extranjero, entre el INE y los OPL."
      />
      <div className="sign-in" data-alone={demonstration === null || undefined}>
        <Stack gap="md">
          <SignInForm enter={enter} busy={entering !== null} outcome={outcome} />
          <PasskeyButton onEntered={goOn} />
        </Stack>
        {demonstration && (
          <DemonstrationAccounts
            accounts={demonstration.accounts}
            waived={demonstration.secondFactorWaived}
            entering={entering}
            onEnter={(email) => void enter(email, demonstration.password)}
          />
        )}
      </div>
    </>
  )
}
