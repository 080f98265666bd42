import { Button, Group } from '@mantine/core'
import type { ObservationView } from '@portal/contracts'
import { actingName, DISPOSITION_NAMES } from '@portal/domain'
import { isOvertaken, isUnsaved, type Unsaved } from './unsaved-outcomes.ts'

/** Says that what was typed is kept, where, and what to do when somebody else saved meanwhile. */
export function UnsavedNote({
  observation,
  unsaved,
  keptByBrowser,
  onDiscard,
  onKeep,
}: {
  observation: ObservationView
  unsaved: Unsaved | undefined
  keptByBrowser: boolean
  onDiscard: () => void
  /** Goes on from the outcome that the other person saved. */
  onKeep: () => void
}) {
  if (!unsaved || !isUnsaved(unsaved, observation)) return null
  const overtaken = isOvertaken(unsaved, observation)
  return (
    <div className="resolve-unsaved">
      <p>{overtaken ? overtakenWords(observation) : keptWords(keptByBrowser)}</p>
      <Group gap="xs">
        {overtaken && (
          <Button size="compact-xs" variant="default" onClick={onKeep}>
            Seguir con lo mío
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={onDiscard}>
          {overtaken ? 'Ver la guardada' : 'Descartar lo escrito'}
        </Button>
      </Group>
    </div>
  )
}

const keptWords = (keptByBrowser: boolean): string =>
  keptByBrowser
    ? 'Sin guardar. Se conserva en este navegador aunque pase a otra observación o cierre la página.'
    : 'Sin guardar. Se conserva mientras no cierre esta página: el navegador no permite guardarlo.'

function overtakenWords({ proposedBy, outcome }: ObservationView): string {
  const who = `${proposedBy ? actingName(proposedBy) : 'Otra persona'} guardó otra propuesta mientras usted escribía`
  if (outcome === null) return `${who}. Lo suyo se conserva sin guardar.`
  const { disposition, reason, agreedText } = outcome
  const said = [DISPOSITION_NAMES[disposition], reason, agreedText].filter((part) => part !== '').join(' · ')
  return `${who}: «${said}». Lo suyo se conserva sin guardar.`
}
