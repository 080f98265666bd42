import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'

/** The round's observations that the person may see, as a workbook with stable row ids. */
export const ObservationExportLink = ({ roundId }: { roundId: string }) => (
  <Button
    component="a"
    href={`/exports/rounds/${roundId}/matrix.xlsx`}
    download
    variant="default"
    leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
  >
    Descargar en Excel
  </Button>
)
