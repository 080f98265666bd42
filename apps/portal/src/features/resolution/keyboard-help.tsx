import { Button, Modal, Switch } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'

const KEYS: readonly [string, string][] = [
  ['1', 'Procede'],
  ['2', 'Procede parcialmente'],
  ['3', 'No procede'],
  ['4', 'Atendida en otra'],
  ['J', 'Observación siguiente'],
  ['K', 'Observación anterior'],
  ['Ctrl + Intro', 'Guardar la propuesta y pasar a la siguiente sin resolver; también mientras escribe'],
  ['Flechas ↑ ↓', 'Recorrer la lista, con el foco en ella'],
  ['?', 'Esta ayuda'],
]

type Props = {
  opened: boolean
  onOpen: () => void
  onClose: () => void
  /** Whether keys of one letter or digit act. */
  single: boolean
  onSingle: (single: boolean) => void
}

/** Which keys do what, and the switch that turns those of one character off. */
export function KeyboardHelp({ opened, onOpen, onClose, single, onSingle }: Props) {
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<IconKeyboard size={15} aria-hidden />} onClick={onOpen}>
        Teclado
      </Button>
      <Modal opened={opened} onClose={onClose} title="Resolver con el teclado">
        <dl className="resolve-keys">
          {KEYS.map(([key, act]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{act}</dd>
            </div>
          ))}
        </dl>
        <Switch
          mt="md"
          label="Usar teclas de una letra o cifra"
          description="No actúan mientras escribe. Apáguelas si dicta a su equipo; se recuerda en este navegador."
          checked={single}
          onChange={(event) => onSingle(event.currentTarget.checked)}
        />
      </Modal>
    </>
  )
}
