import { Select } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { EmptyState, PdfDocument } from '@portal/ui'
import { getRouteApi } from '@tanstack/react-router'
import { fileBytes, PDF_ASSETS } from '../../lib/pdf-assets.ts'

const route = getRouteApi('/signed-in/versiones/$versionId')

/** The artwork of a version, page by page; which one is shown stands in the address. */
export function ArtworkPane({ version: { artworks } }: { version: VersionView }) {
  const { lamina } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = artworks.find((artwork) => artwork.id === lamina) ?? artworks[0]
  if (!shown) return <EmptyState title="Esta versión no tiene láminas" />
  return (
    <div className="version-side">
      <Select
        label="Lámina"
        mb="xs"
        allowDeselect={false}
        data={artworks.map(({ id, element }) => ({ value: id, label: element }))}
        value={shown.id}
        onChange={(id) =>
          void navigate({ search: (before) => ({ ...before, lamina: id ?? undefined }), replace: true })
        }
      />
      <PdfDocument
        label={shown.element}
        fileKey={shown.upload.sha256}
        load={() => fileBytes(shown.upload.id)}
        assets={PDF_ASSETS}
      />
    </div>
  )
}
