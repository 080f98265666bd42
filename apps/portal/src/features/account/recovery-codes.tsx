import { Button, CopyButton, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useId } from 'react'

/** Shown once: only their hashes are kept. */
export function RecoveryCodesShown({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const heading = useId()
  const text = `Códigos de recuperación del Portal VMRE. Cada uno sirve una vez.\r\n\r\n${codes.join('\r\n')}\r\n`
  return (
    <section className="account-codes" aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1} ref={(node) => node?.focus()}>
        Sus códigos de recuperación
      </h2>
      <p>
        Con uno de ellos y su contraseña entra si no tiene a mano su teléfono o su llave. Cada uno sirve una vez.
        Guárdelos donde no los vea nadie más: <strong>no se vuelven a mostrar</strong>.
      </p>
      <ol className="account-code-list" aria-label="Códigos de recuperación">
        {codes.map((code) => (
          <li key={code} className="ui-mono">
            {code}
          </li>
        ))}
      </ol>
      <Group gap="sm">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copiados' : 'Copiar'}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          variant="default"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="codigos-de-recuperacion.txt"
        >
          Descargar
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          Imprimir
        </Button>
        <Button onClick={onKept}>Ya los guardé</Button>
      </Group>
    </section>
  )
}
