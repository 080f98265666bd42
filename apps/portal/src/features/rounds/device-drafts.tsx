import { Button } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { EmptyState } from '@portal/ui'
import { deviceCopy } from './observation-fields.ts'
import { targetLabel, type Target } from './target.ts'

type Props = { responseId: string; version: VersionView; onBegin: (target: Target) => void }

/** What was written without a connection and never reached the portal, before the tab was closed: to be gone on with. */
export function DeviceDrafts({ responseId, version, onBegin }: Props) {
  const drafts = deviceCopy.begun(responseId)
  if (drafts.length === 0) return null
  return (
    <EmptyState
      title={
        drafts.length === 1
          ? 'Hay 1 observación guardada sólo en este equipo'
          : `Hay ${drafts.length} observaciones guardadas sólo en este equipo`
      }
    >
      Se escribió sin conexión y no llegó al portal. Ábrala para que se guarde.
      <ul className="observation-kept">
        {drafts.map(({ target, fields }) => (
          <li key={JSON.stringify(target)}>
            <Button variant="default" size="xs" onClick={() => onBegin(target)}>
              Continuar la de {targetLabel(fields.target, version)}
            </Button>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
