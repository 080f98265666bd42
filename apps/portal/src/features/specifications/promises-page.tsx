import { Button, Select } from '@mantine/core'
import type { PromiseRow, PromisesView, VersionView } from '@portal/contracts'
import { formatCount, PROMISE_RESULTS, PROMISE_RESULT_NAMES } from '@portal/domain'
import { EmptyState, LoadingRows, PageHeader, VersionStatusBadge } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ActDialog } from '../../lib/act-dialog.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { PromiseTable } from './promise-table.tsx'

const route = getRouteApi('/signed-in/versiones/$versionId/acordado')

/** "¿Se cumplió lo acordado?": each accepted observation of earlier versions, looked for in this one before it goes out. */
export function PromisesPage() {
  const { versionId } = route.useParams()
  const trpc = useTRPC()
  const version = useQuery(trpc.specifications.version.queryOptions({ id: versionId }))
  const promises = useQuery(trpc.specifications.promises.queryOptions({ versionId }))
  const error = version.error ?? promises.error
  if (error && !(version.data && promises.data)) {
    return <QueryFailure error={error} onRetry={() => void Promise.all([version.refetch(), promises.refetch()])} />
  }
  if (!version.data || !promises.data) return <LoadingRows rows={8} label="Buscando lo acordado…" />
  return <Promises version={version.data} promises={promises.data} />
}

function Promises({ version, promises }: { version: VersionView; promises: PromisesView }) {
  const { resultado } = route.useSearch()
  const navigate = route.useNavigate()
  const [justifying, setJustifying] = useState<PromiseRow | null>(null)
  const chosen = PROMISE_RESULTS.find((result) => result === resultado)
  const rows = chosen ? promises.rows.filter(({ result }) => result === chosen) : promises.rows
  const broken = promises.rows.filter(isBroken).length
  return (
    <>
      <PageHeader
        context={
          <Link to="/versiones/$versionId" params={{ versionId: version.id }}>
            {version.specification.title}, versión {version.number}
          </Link>
        }
        title="¿Se cumplió lo acordado?"
        status={<VersionStatusBadge status={version.status} />}
        sentence={sentenceOf(promises, broken)}
        action={
          version.allowed.includes('publish') ? (
            <PublishVersion version={version} promises={promises} broken={broken} />
          ) : undefined
        }
      />
      <Select
        label="Resultado"
        data={PROMISE_RESULTS.map((result) => ({ value: result, label: PROMISE_RESULT_NAMES[result] }))}
        placeholder="Todos"
        clearable
        maw="18rem"
        mb="md"
        value={chosen ?? null}
        onChange={(value) => void navigate({ search: { resultado: value ?? undefined }, replace: true })}
      />
      {rows.length === 0 ? (
        <EmptyState title={chosen ? 'Nada coincide con el filtro' : 'No hay observaciones procedentes que buscar'} />
      ) : (
        <PromiseTable rows={rows} onJustify={version.allowed.includes('justify_promise') ? setJustifying : null} />
      )}
      <Justify version={version} promise={justifying} onClose={() => setJustifying(null)} />
    </>
  )
}

const isBroken = ({ result, justification }: PromiseRow): boolean => result === 'not_found' && justification === null

function sentenceOf({ published, rows }: PromisesView, broken: number): string {
  const looked = `Observaciones procedentes de las versiones anteriores: ${formatCount(rows.length)}.`
  if (published) return `${looked} La versión ya se publicó.`
  return broken === 0
    ? `${looked} Puede publicar la versión.`
    : `${looked} Sin encontrar ni justificar: ${formatCount(broken)}. Corrija la versión o justifique cada una.`
}

function PublishVersion({
  version,
  promises,
  broken,
}: {
  version: VersionView
  promises: PromisesView
  broken: number
}) {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const publish = useAct(trpc.specifications.publish.mutationOptions(), {
    done: 'Versión publicada.',
    touches: [trpc.specifications.pathFilter(), trpc.rounds.pathFilter(), trpc.turn.pathFilter()],
    beside: true,
    onDone: () => void navigate({ to: '/versiones/$versionId', params: { versionId: version.id } }),
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>Publicar la versión {version.number}</Button>
      <ActDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={`Publicar la versión ${version.number}`}
        consequence={
          broken > 0
            ? `No se puede publicar todavía. Observaciones procedentes que no se encuentran ni se justificaron: ${formatCount(broken)}.`
            : 'La ven todos a quienes se enviaron las anteriores, y la matriz dice en cada observación cómo quedó. La ronda anterior concluye. Se expide un acuse.'
        }
        confirm="Publicar la versión"
        disabled={broken > 0}
        act={publish}
        input={() => ({ versionId: version.id, seen: promises.recordVersion })}
      />
    </>
  )
}

function Justify({
  version,
  promise,
  onClose,
}: {
  version: VersionView
  promise: PromiseRow | null
  onClose: () => void
}) {
  const trpc = useTRPC()
  const justify = useAct(trpc.specifications.justifyPromise.mutationOptions(), {
    done: 'Justificación registrada.',
    touches: [trpc.specifications.pathFilter()],
    beside: true,
  })
  return (
    <ActDialog
      opened={promise !== null}
      onClose={onClose}
      title={`Justificar la observación ${promise?.number ?? ''}`}
      consequence="Consta en la matriz, a la vista de todos, por qué no se encuentra en esta versión lo que se acordó, o dónde se ve."
      confirm="Justificar"
      act={justify}
      reason="Por qué no se encuentra"
      input={(reason) => ({
        versionId: version.id,
        seen: version.recordVersion,
        observationId: promise?.id ?? '',
        reason,
      })}
    />
  )
}
