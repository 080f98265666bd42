import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { formatCount, LEAST_PASSWORD } from '@portal/domain'

/** Where somebody chooses a password: the rule before it is broken, and what they typed to be seen. */
export const NewPasswordInput = (props: PasswordInputProps) => (
  <PasswordInput
    description={`Al menos ${formatCount(LEAST_PASSWORD)} caracteres. Una frase es buena idea; no se piden signos ni mayúsculas.`}
    autoComplete="new-password"
    visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': 'Mostrar u ocultar la contraseña' }}
    aria-invalid={props.error !== undefined && props.error !== null}
    {...props}
  />
)

/** What is wrong with it before anybody is asked; the rest of the rule is the server's to judge. */
export const tooShort = (password: string): string | null =>
  Array.from(password).length < LEAST_PASSWORD
    ? `Use al menos ${formatCount(LEAST_PASSWORD)} caracteres; una frase es buena idea.`
    : null
