import { Button, Modal, Switch } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'

const DECIDING: readonly [string, string][] = [
  ['1', 'Procede'],
  ['2', 'Procede parcialmente'],
  ['3', 'No procede'],
  ['4', 'Atendida en otra'],
  ['Ctrl + Intro', 'Guardar la propuesta y pasar a la siguiente sin resolver; también mientras escribe'],
  ['N', 'Siguiente sin resolver, sin guardar esta'],
  ['Z', 'Deshacer la última propuesta guardada de esta observación'],
]
const READING: readonly [string, string][] = [
  ['J', 'Observación siguiente'],
  ['K', 'Observación anterior'],
  ['Flechas ↑ ↓', 'Recorrer la lista, con el foco en ella; con Mayús, elegir al recorrer'],
  ['?', 'Esta ayuda'],
]

type Props = {
  opened: boolean
  onOpen: () => void
  onClose: () => void
  /** Whether the person decides, or only reads. */
  deciding: boolean
  /** Whether keys of one letter or digit act. */
  single: boolean
  onSingle: (single: boolean) => void
}

/** Which keys do what, and the switch that turns those of one character off. */
export function KeyboardHelp({ opened, onOpen, onClose, deciding, single, onSingle }: Props) {
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<IconKeyboard size={15} aria-hidden />} onClick={onOpen}>
        Teclado
      </Button>
      <Modal opened={opened} onClose={onClose} title="Con el teclado">
        <dl className="resolve-keys">
          {[...(deciding ? DECIDING : []), ...READING].map(([key, act]) => (
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
