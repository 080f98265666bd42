import { actingName } from '@portal/domain'
import { Button } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { DataTable, Day, EmptyState, Moment, type Column } from '@portal/ui'
import { useState } from 'react'
import { RecordResolutionDialog } from './record-resolution-dialog.tsx'
import { BODY_NAMES } from './resolution-bodies.ts'

type Resolution = VersionView['resolutions'][number]

const COLUMNS: readonly Column<Resolution>[] = [
  { key: 'number', header: 'Acuerdo', nowrap: true, cell: ({ number }) => number },
  { key: 'body', header: 'Órgano', nowrap: true, cell: ({ body }) => BODY_NAMES[body] },
  { key: 'day', header: 'Fecha', nowrap: true, cell: ({ day }) => (day === null ? 'No consta' : <Day date={day} />) },
  { key: 'subject', header: 'Asunto', width: '40%', cell: ({ subject }) => subject },
  {
    key: 'recorded',
    header: 'Registró',
    cell: ({ recordedBy, recordedAt }) => (
      <>
        {actingName(recordedBy)}, <Moment at={recordedAt} />
      </>
    ),
  },
]

/** The resolutions on this version: the commission submits it, the Consejo General approves it. */
export function ResolutionsSection({ version }: { version: VersionView }) {
  const [recording, setRecording] = useState(false)
  const may = version.allowed.includes('record_resolution')
  return (
    <section aria-labelledby="acuerdos">
      <h2 id="acuerdos">Acuerdos</h2>
      {version.resolutions.length === 0 ? (
        <EmptyState title="Ningún acuerdo registrado" />
      ) : (
        <DataTable
          caption="Acuerdos"
          columns={COLUMNS}
          rows={version.resolutions}
          rowKey={(row) => row.number}
          narrow="stack"
        />
      )}
      {may && (
        <>
          <Button variant="default" size="sm" mt="xs" onClick={() => setRecording(true)}>
            Registrar acuerdo
          </Button>
          <RecordResolutionDialog version={version} opened={recording} onClose={() => setRecording(false)} />
        </>
      )}
    </section>
  )
}
