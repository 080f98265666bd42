import { Select } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { EmptyState, InformationClassBadge, PdfDocument, WithheldNote } from '@portal/ui'
import { getRouteApi } from '@tanstack/react-router'
import { ClassifyButton } from './classify-button.tsx'
import { fileBytes, PDF_ASSETS } from '../../lib/pdf-assets.ts'

const route = getRouteApi('/signed-in/versiones/$versionId')

/** The artwork of a version, page by page; which one is shown stands in the address. */
export function ArtworkPane({ version }: { version: VersionView }) {
  const { artworks, allowed } = version
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
      {allowed.includes('classify') && (
        <ClassifyButton
          version={version}
          subject={{ ...shown, kind: 'artwork', name: shown.element }}
          label={`Clasificar la lámina ${shown.element}`}
        />
      )}
      {shown.withheld && shown.classification ? (
        <WithheldNote classification={shown.classification} />
      ) : (
        <>
          {shown.classification && (
            <p>
              <InformationClassBadge of={shown.classification.class} until={shown.classification.until} />
            </p>
          )}
          <PdfDocument
            label={shown.element}
            fileKey={shown.upload.sha256}
            load={() => fileBytes(shown.upload.id)}
            assets={PDF_ASSETS}
          />
        </>
      )}
    </div>
  )
}
