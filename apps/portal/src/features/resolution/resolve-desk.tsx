import { Button, Group } from '@mantine/core'
import type { RoundView, VersionView } from '@portal/contracts'
import { EmptyState, LoadingRows, RefusalNote } from '@portal/ui'
import { ObservationFilterBar } from '../../lib/observation-filter-bar.tsx'
import { hasFilters, type ObservationFilter } from '../../lib/observation-filters.ts'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { DeskPanel } from './desk-panel.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { observationTitle } from './observation-words.ts'
import { ResolutionList } from './resolution-list.tsx'
import { areaProgressWords, isOfArea, progressWords } from './resolution-progress.ts'
import { SelectionBar } from './selection-bar.tsx'
import type { UnsavedOutcomes } from './unsaved-outcomes.ts'
import { useDesk } from './use-desk.ts'

const FILTERS: readonly ObservationFilter[] = ['opl', 'tipo', 'estado', 'sentido']

type Props = { round: RoundView; version: VersionView; unsaved: UnsavedOutcomes }

/** The observations left, the chosen one right, the decision always in view. */
export function ResolveDesk({ round, version, unsaved }: Props) {
  const desk = useDesk(round.id, unsaved)
  const { list, chosen, saving, step } = desk
  const { about, failure } = saving
  const deciding = round.allowed.includes('dispose') || isOfArea(round)
  const elsewhere = failure && about && about.id !== chosen?.id ? { about, failure } : null
  return (
    <>
      <ObservationFilterBar filters={FILTERS} search={desk.search} onChange={desk.filter} />
      <Group gap="md" mb="xs" className="resolve-bar">
        <strong>{isOfArea(round) ? areaProgressWords(round) : progressWords(round)}</strong>
        <KeyboardHelp {...desk.help} deciding={deciding} />
        <span role="status">{desk.said}</span>
      </Group>
      {elsewhere && (
        <RefusalNote requestId={elsewhere.failure.requestId}>
          {observationTitle(elsewhere.about)}: {elsewhere.failure.message} Lo que escribió se conserva.{' '}
          <Button size="compact-xs" variant="default" onClick={() => desk.go(elsewhere.about.id, true)}>
            Volver a ella
          </Button>
        </RefusalNote>
      )}
      {list.error && <QueryFailure error={list.error} onRetry={list.refetch} />}
      {list.isPending && <LoadingRows rows={10} label="Cargando las observaciones…" />}
      {!list.isPending && !list.error && list.rows.length === 0 && <NothingListed filtered={hasFilters(desk.search)} />}
      {round.allowed.includes('dispose') && list.rows.length > 0 && (
        <SelectionBar roundId={round.id} selection={desk.selection} loadAll={list.loadAll} />
      )}
      <div className="resolve-desk">
        {list.rows.length > 0 && (
          <ResolutionList
            rows={list.rows}
            chosenId={chosen?.id}
            unsaved={unsaved.entries}
            selection={round.allowed.includes('dispose') ? desk.selection : null}
            onChoose={desk.choose}
            onNearEnd={list.loadMore}
          />
        )}
        {chosen && (
          <DeskPanel
            key={chosen.id}
            observation={chosen}
            version={version}
            form={desk.written}
            unsaved={unsaved}
            takeFocus={desk.takeFocus}
            onBefore={step.before}
            onAfter={step.after}
            onWaiting={deciding ? step.waiting : null}
            onSave={desk.save}
            onUndo={desk.undo}
            undoing={desk.undoing}
            withHistory={!isOfArea(round)}
            saving={saving.isPending && about?.id === chosen.id}
            tried={desk.tried}
            failure={about?.id === chosen.id ? failure : null}
            single={desk.help.single}
          />
        )}
      </div>
    </>
  )
}

const NothingListed = ({ filtered }: { filtered: boolean }) => (
  <EmptyState title={filtered ? 'Nada coincide con los filtros' : 'La ronda no tiene observaciones'}>
    {filtered ? 'Quite un filtro para ver las demás.' : 'Puede proponerla así: la matriz se publica sin renglones.'}
  </EmptyState>
)
