import { Button, Group, Select, Tabs } from '@mantine/core'
import type { ComparisonView } from '@portal/contracts'
import { VERSION_STATUS_NAMES } from '@portal/domain'
import { EmptyState, LoadingRows, PageHeader } from '@portal/ui'
import { IconArrowsExchange, IconFileSpreadsheet } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Illustrative } from '../../lib/illustrative.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ComparedArtworks } from './compared-artworks.tsx'
import { ComparedClauses } from './compared-clauses.tsx'
import { changeFilter, exportAddress, versionNumber } from './comparison-search.ts'
import './comparison.css'

const route = getRouteApi('/signed-in/especificaciones/$specificationId/comparar')

/** What became of a document from one of its versions to another. */
export function ComparisonPage() {
  const { specificationId } = route.useParams()
  const { de, a } = route.useSearch()
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(
    trpc.specifications.compare.queryOptions(
      { specificationId, from: versionNumber(de), to: versionNumber(a) },
      { placeholderData: keepPreviousData },
    ),
  )
  if (error) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} label="Comparando las versiones…" />
  return <Comparison comparison={data} />
}

function Comparison({ comparison }: { comparison: ComparisonView }) {
  const { specification, from, to, versions, counts } = comparison
  const search = route.useSearch()
  const changed = comparison.rows.length - counts.unchanged
  return (
    <>
      <PageHeader
        context={
          <>
            <Link to="/especificaciones/$specificationId" params={{ specificationId: specification.id }}>
              {specification.title}
            </Link>
            {specification.illustrative && <Illustrative />}
          </>
        }
        title={`Comparación de las versiones ${from.number} y ${to.number}`}
        sentence={
          versions.length < 2
            ? 'Solo hay una versión con numerales confirmados que pueda ver.'
            : changed === 0
              ? 'Ningún numeral cambió.'
              : `${changed} de ${comparison.rows.length} numerales cambiaron.`
        }
        action={
          <Button
            component="a"
            href={exportAddress(comparison, changeFilter(search.cambio))}
            download
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            Descargar en CSV
          </Button>
        }
      />
      <VersionChoice comparison={comparison} />
      {versions.length < 2 ? (
        <EmptyState title="Todavía no hay con qué comparar">
          La comparación se ve aquí en cuanto haya una segunda versión con numerales confirmados.
        </EmptyState>
      ) : (
        <Views comparison={comparison} />
      )}
    </>
  )
}

/** Its clauses and its artwork; which of them is shown stands in the address. */
function Views({ comparison }: { comparison: ComparisonView }) {
  const { vista } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Tabs
      value={vista === 'laminas' ? vista : 'numerales'}
      keepMounted={false}
      onChange={(tab) =>
        void navigate({
          search: (before) => ({ ...before, vista: tab === 'laminas' ? tab : undefined }),
          replace: true,
        })
      }
    >
      <Tabs.List mb="sm" aria-label="Qué se compara">
        <Tabs.Tab value="numerales">Numerales</Tabs.Tab>
        <Tabs.Tab value="laminas">Láminas</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="numerales">
        <ComparedClauses comparison={comparison} />
      </Tabs.Panel>
      <Tabs.Panel value="laminas">
        <ComparedArtworks comparison={comparison} />
      </Tabs.Panel>
    </Tabs>
  )
}

function VersionChoice({ comparison: { versions, from, to } }: { comparison: ComparisonView }) {
  const navigate = route.useNavigate()
  const choices = versions.map(({ number, status }) => ({
    value: String(number),
    label: `Versión ${number} (${VERSION_STATUS_NAMES[status]})`,
  }))
  const choose = (change: { de?: string; a?: string }) =>
    void navigate({
      search: (before) => ({ ...before, de: String(from.number), a: String(to.number), ...change, numeral: undefined }),
      replace: true,
    })
  return (
    <Group gap="sm" mb="md" align="end">
      <Select
        label="De"
        allowDeselect={false}
        data={choices}
        value={String(from.number)}
        onChange={(value) => value !== null && choose({ de: value })}
      />
      <Button
        variant="default"
        aria-label="Intercambiar las versiones"
        title="Intercambiar las versiones"
        onClick={() => choose({ de: String(to.number), a: String(from.number) })}
      >
        <IconArrowsExchange size={16} aria-hidden />
      </Button>
      <Select
        label="A"
        allowDeselect={false}
        data={choices}
        value={String(to.number)}
        onChange={(value) => value !== null && choose({ a: value })}
      />
    </Group>
  )
}
