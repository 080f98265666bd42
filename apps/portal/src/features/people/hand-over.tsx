import { Button, CopyButton, Group, Modal, Stack, TextInput } from '@mantine/core'

/** The link is shown here once: only its hash is kept. */
export function HandOver({ name, link, onClose }: { name: string; link: string; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={`Enlace de acceso de ${name}`} closeOnClickOutside={false}>
      <Stack gap="md">
        <div className="ui-consequence">
          Entréguelo a {name} en persona o por un medio seguro. Sirve una vez, vence en siete días y no se vuelve a
          mostrar: si se pierde, genere otro.
        </div>
        <TextInput
          label="Enlace"
          value={link}
          readOnly
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end" gap="sm">
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copiado' : 'Copiar el enlace'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>Ya lo entregué</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
