import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { PageHeader } from '@portal/ui'
import { useNavigate } from '@tanstack/react-router'
import { receiptCode } from './receipt-code.ts'
import { VerifyFile } from './verify-file.tsx'

/** For somebody who holds a receipt on paper: its code, or the address that its QR gives. */
export function VerifyFormPage() {
  const navigate = useNavigate()
  const form = useForm({
    initialValues: { code: '' },
    validate: {
      code: (value) =>
        receiptCode(value) === null
          ? 'Escriba el código que está al pie del acuse, o pegue la dirección de su QR.'
          : null,
    },
  })
  const verify = ({ code: typed }: { code: string }) => {
    const code = receiptCode(typed)
    if (code !== null) void navigate({ to: '/verificar/$code', params: { code } })
  }
  return (
    <>
      <PageHeader
        title="Verificar un acuse o un archivo"
        sentence="Cualquier persona puede comprobar si un acuse o un archivo es auténtico. Se muestra lo que prueba el acto, nunca su contenido."
      />
      <form noValidate onSubmit={form.onSubmit(verify)}>
        <Group align="flex-start" gap="sm" maw="40rem">
          <TextInput
            label="Código del acuse"
            description="Está al pie del acuse, junto al QR."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            flex="1 1 16rem"
            {...form.getInputProps('code')}
          />
          <Button type="submit" mt={{ base: 0, xs: '2.6rem' }}>
            Verificar
          </Button>
        </Group>
      </form>
      <VerifyFile />
    </>
  )
}
