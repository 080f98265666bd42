import { UnstyledButton } from '@mantine/core'
import type { DemonstrationAccount } from '@portal/contracts'
import { isOplRole } from '@portal/domain'
import { roleAt } from '../../lib/role-at.ts'

/** The accounts of the demonstration, by who they act for: one click enters. */
export function DemonstrationAccounts({
  accounts,
  waived,
  entering,
  onEnter,
}: {
  accounts: readonly DemonstrationAccount[]
  /** Nobody is compelled to a second factor here. */
  waived: boolean
  entering: string | null
  onEnter: (email: string) => void
}) {
  const groups = [
    { title: 'INE', accounts: accounts.filter(({ role }) => !isOplRole(role)) },
    { title: 'Enlaces de los OPL', accounts: accounts.filter(({ role }) => role === 'opl_liaison') },
    { title: 'Titulares de los OPL', accounts: accounts.filter(({ role }) => role === 'opl_head') },
  ]
  return (
    <section aria-labelledby="cuentas">
      <h2 id="cuentas">Cuentas de la demostración</h2>
      <p className="ui-quiet">
        Elija una para entrar con ella. Las personas y lo que escribieron son ilustrativos.
        {waived &&
          ' Aquí no se exige el segundo factor; en una instalación real es obligatorio para quien valida, envía formalmente o administra.'}
      </p>
      {groups.map(({ title, accounts: listed }) => (
        <div key={title} className="sign-in-group">
          <h3>{title}</h3>
          <ul className="sign-in-accounts">
            {listed.map(({ email, name, role, organisation }) => (
              <li key={email}>
                <UnstyledButton
                  className="sign-in-account"
                  aria-disabled={entering !== null}
                  aria-busy={entering === email}
                  onClick={() => onEnter(email)}
                >
                  <span className="sign-in-account-who">{roleAt(role, organisation)}</span>
                  <span className="sign-in-account-name">{name}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
