import { Select } from '@mantine/core'
import type { ArtworkView, ComparedArtworkView, ComparisonView } from '@portal/contracts'
import { ARTWORK_MODES, ArtworkComparison, EmptyState, WithheldNote, type ArtworkFile } from '@portal/ui'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { fileBytes, PDF_ASSETS } from '../../lib/pdf-assets.ts'

const route = getRouteApi('/signed-in/especificaciones/$specificationId/comparar')

/** One of a kind: an element may have the same name twice. */
const keyOf = ({ before, after }: ComparedArtworkView): string => (after ?? before)?.id ?? ''

/** The elements of both versions that have artwork; the one that is chosen is compared page by page. */
export function ComparedArtworks({ comparison: { artworks, from, to } }: { comparison: ComparisonView }) {
  const { lamina } = route.useSearch()
  const navigate = route.useNavigate()
  const both = artworks.find(({ before, after }) => before && after)
  const shown = artworks.find((artwork) => keyOf(artwork) === lamina) ?? both ?? artworks[0]
  if (!shown) return <EmptyState title="Ninguna de las dos versiones tiene láminas" />
  return (
    <section aria-labelledby="laminas">
      <h2 id="laminas" className="ui-visually-hidden">
        Láminas
      </h2>
      <Select
        label="Elemento"
        mb="sm"
        maw="28rem"
        allowDeselect={false}
        data={artworks.map((artwork) => ({ value: keyOf(artwork), label: labelOf(artwork, from.number, to.number) }))}
        value={keyOf(shown)}
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, lamina: value ?? undefined, pagina: undefined }),
            replace: true,
          })
        }
      />
      <Element key={keyOf(shown)} artwork={shown} from={from.number} to={to.number} />
    </section>
  )
}

function labelOf({ element, before, after }: ComparedArtworkView, from: number, to: number): string {
  if (!before) return `${element} (solo en la versión ${to})`
  return after ? element : `${element} (solo en la versión ${from})`
}

function Element({
  artwork: { before, after, element },
  from,
  to,
}: {
  artwork: ComparedArtworkView
  from: number
  to: number
}) {
  if (!before || !after) {
    return (
      <EmptyState title={`${element} no tiene lámina en la versión ${before ? to : from}`}>
        Solo se comparan los elementos que tienen lámina en las dos versiones.
      </EmptyState>
    )
  }
  const withheld = [before, after].find((one) => one.withheld)?.classification
  if (withheld) return <WithheldNote classification={withheld} />
  return <Both before={before} after={after} from={from} to={to} />
}

type BothProps = { before: ArtworkView; after: ArtworkView; from: number; to: number }

function Both({ before, after, from, to }: BothProps) {
  const { pagina, modo } = route.useSearch()
  const navigate = route.useNavigate()
  const first = useMemo(() => fileOf(before, from), [before, from])
  const second = useMemo(() => fileOf(after, to), [after, to])
  if (before.upload.sha256 === after.upload.sha256) {
    return <EmptyState title="Es el mismo archivo en las dos versiones">No hay nada que comparar.</EmptyState>
  }
  const page = Number(pagina)
  return (
    <ArtworkComparison
      before={first}
      after={second}
      assets={PDF_ASSETS}
      page={Number.isInteger(page) && page > 0 ? page : 1}
      onPage={(number) =>
        void navigate({
          search: (search) => ({ ...search, pagina: String(number) }),
          replace: true,
          resetScroll: false,
        })
      }
      mode={ARTWORK_MODES.find((mode) => mode === modo) ?? 'lado'}
      onMode={(mode) =>
        void navigate({ search: (search) => ({ ...search, modo: mode }), replace: true, resetScroll: false })
      }
    />
  )
}

const fileOf = ({ upload }: ArtworkView, number: number): ArtworkFile => ({
  name: `la versión ${number}`,
  fileKey: upload.sha256,
  load: () => fileBytes(upload.id),
})
