import { Button } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { ConfirmDialog, EmptyState, LoadingRows, PageHeader, RefusalNote, VersionStatusBadge } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { FindingsList } from './findings-list.tsx'
import { ProposalTree } from './proposal-tree.tsx'
import { ContinuitySummary } from './continuity-summary.tsx'
import { useContinuity } from './use-continuity.ts'
import { useCorrection } from './use-correction.ts'

const route = getRouteApi('/signed-in/versiones/$versionId/propuesta')

/** The clauses that were read from the document, to be corrected before they become the version. */
export function ProposalPage() {
  const { versionId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.specifications.version.queryOptions({ id: versionId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Cargando la propuesta…" />
  if (!data.proposal) {
    return (
      <>
        <PageHeader title="Propuesta de numerales" />
        <EmptyState title="Los numerales ya se confirmaron">
          <Link to="/versiones/$versionId" params={{ versionId }}>
            Ver la versión {data.number}
          </Link>
        </EmptyState>
      </>
    )
  }
  return <Proposal version={data} proposal={data.proposal} />
}

function Proposal({ version, proposal }: { version: VersionView; proposal: NonNullable<VersionView['proposal']> }) {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const [selected, setSelected] = useState<string | null>(null)
  const [confirming, setConfirming] = useState(false)
  const correction = useCorrection(version)
  const continuity = useContinuity(version, proposal)
  const confirm = useAct(trpc.specifications.index.mutationOptions(), {
    done: 'Numerales confirmados.',
    touches: [trpc.specifications.pathFilter()],
    beside: true,
    onDone: () => void navigate({ to: '/versiones/$versionId', params: { versionId: version.id } }),
  })
  const included = proposal.filter((clause) => !clause.excluded).length
  const mayCorrect = version.allowed.includes('correct')

  return (
    <>
      <PageHeader
        context={
          <Link to="/especificaciones/$specificationId" params={{ specificationId: version.specification.id }}>
            {version.specification.title}
          </Link>
        }
        title={`Propuesta de numerales, versión ${version.number}`}
        status={<VersionStatusBadge status={version.status} />}
        sentence={`Se leyeron ${formatCount(proposal.length)} bloques de «${version.source.name}». Corrija lo que haga falta y confirme.`}
        action={
          version.allowed.includes('index') && (
            <Button onClick={() => setConfirming(true)}>Confirmar {formatCount(included)} numerales</Button>
          )
        }
      />
      {correction.failure && (
        <RefusalNote requestId={correction.failure.requestId}>{correction.failure.message}</RefusalNote>
      )}
      <details className="findings-box" open={version.findings.length > 0 && version.findings.length < 12}>
        <summary>Hallazgos de la lectura ({formatCount(version.findings.length)})</summary>
        <FindingsList findings={version.findings} onGo={setSelected} />
      </details>
      {continuity && <ContinuitySummary continuity={continuity} />}
      <ProposalTree
        proposal={proposal}
        continuity={continuity}
        selected={selected}
        onSelect={setSelected}
        onCorrect={mayCorrect ? correction.correct : null}
        busy={correction.isPending}
      />
      <ConfirmDialog
        opened={confirming}
        onClose={() => setConfirming(false)}
        title="Confirmar los numerales"
        consequence={`La versión ${version.number} quedará con ${formatCount(included)} numerales que ya no podrán corregirse; para cambiarlos se carga otra versión.`}
        confirm="Confirmar los numerales"
        loading={confirm.isPending}
        refusal={confirm.failure?.message}
        onConfirm={() => void confirm.run({ versionId: version.id, seen: version.recordVersion })}
      />
    </>
  )
}
