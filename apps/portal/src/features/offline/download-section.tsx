import { Button } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'

export const DownloadSection = ({ roundId }: { roundId: string }) => (
  <section aria-labelledby="descargar" className="offline-section">
    <h2 id="descargar">1. Descargar</h2>
    <p>
      Un archivo comprimido con el documento y las láminas en PDF, y un libro de Excel con los borradores de su
      institución y renglones libres. En el libro se escribe sólo en las celdas claras; los numerales y tipos se eligen
      de listas.
    </p>
    <Button
      component="a"
      href={`/exports/rounds/${roundId}/offline.zip`}
      download
      variant="default"
      leftSection={<IconFileZip size={16} aria-hidden />}
    >
      Descargar la ronda
    </Button>
  </section>
)
