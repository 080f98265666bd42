import type { SpecificationView, VersionRow } from '@portal/contracts'
import { actingName, formatCount } from '@portal/domain'
import {
  DataTable,
  EmptyState,
  LoadingRows,
  Moment,
  PageHeader,
  RoundStatusBadge,
  VersionStatusBadge,
} from '@portal/ui'
import type { Column } from '@portal/ui'
import { IconGitCompare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ButtonLink } from '../../lib/button-link.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { Illustrative } from '../../lib/illustrative.tsx'
import { ImportDocument } from './import-document.tsx'
import { SPECIFICATION_KIND_NAMES } from './specification-kinds.ts'

const route = getRouteApi('/signed-in/especificaciones/$specificationId')

const COLUMNS: readonly Column<VersionRow>[] = [
  {
    key: 'number',
    header: 'Versión',
    nowrap: true,
    cell: ({ id, number }) => (
      <Link to="/versiones/$versionId" params={{ versionId: id }}>
        Versión {number}
      </Link>
    ),
  },
  { key: 'status', header: 'Estado', nowrap: true, cell: ({ status }) => <VersionStatusBadge status={status} plain /> },
  { key: 'since', header: 'Desde', nowrap: true, cell: ({ statusSince }) => <Moment at={statusSince} /> },
  {
    key: 'clauses',
    header: 'Numerales',
    align: 'end',
    cell: ({ indexed, clauses }) => (indexed ? formatCount(clauses) : 'En corrección'),
  },
  { key: 'artworks', header: 'Láminas', align: 'end', cell: ({ artworks }) => formatCount(artworks) },
  {
    key: 'rounds',
    header: 'Rondas',
    cell: ({ rounds }) =>
      rounds.length === 0
        ? 'Ninguna'
        : rounds.map((round) => (
            <span key={round.id}>
              <Link to="/rondas/$roundId" params={{ roundId: round.id }}>
                Ronda {round.number}
              </Link>{' '}
              <RoundStatusBadge status={round.status} plain />{' '}
            </span>
          )),
  },
]

export function SpecificationPage() {
  const { specificationId } = route.useParams()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.specifications.get.queryOptions({ id: specificationId }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={5} label="Cargando la especificación…" />
  return <Specification specification={data} />
}

function Specification({ specification }: { specification: SpecificationView }) {
  const { id, title, kind, illustrative, createdAt, createdBy, versions, mayImport } = specification
  return (
    <>
      <PageHeader
        context={
          <>
            <Link to="/especificaciones">Especificaciones</Link> · {SPECIFICATION_KIND_NAMES[kind]}
          </>
        }
        title={title}
        status={illustrative && <Illustrative />}
        sentence={
          <>
            La creó {actingName(createdBy)}, <Moment at={createdAt} />.{' '}
            <Link to="/bitacora/$recordId" params={{ recordId: id }}>
              Bitácora
            </Link>
          </>
        }
      />
      {mayImport && <ImportDocument specification={specification} />}
      <section aria-labelledby="versiones">
        <h2 id="versiones">Versiones</h2>
        {versions.length === 0 ? (
          <EmptyState title="Todavía no hay versiones">
            {mayImport ? 'Cargue el documento de Word para proponer la primera.' : 'Aparecerán cuando se envíen.'}
          </EmptyState>
        ) : (
          <>
            {versions.filter(({ indexed }) => indexed).length > 1 && (
              <ButtonLink
                to="/especificaciones/$specificationId/comparar"
                params={{ specificationId: id }}
                variant="default"
                mb="sm"
                leftSection={<IconGitCompare size={16} aria-hidden />}
              >
                Comparar versiones
              </ButtonLink>
            )}
            <DataTable caption="Versiones" columns={COLUMNS} rows={versions} rowKey={(row) => row.id} narrow="stack" />
          </>
        )}
      </section>
    </>
  )
}
