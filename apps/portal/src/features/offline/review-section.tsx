import type { ColumnChoice } from '@portal/contracts'
import { LoadingRows } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ColumnStep } from './column-step.tsx'
import { ReviewedRows } from './reviewed-rows.tsx'

/** What the portal found in the file: row by row once it knows what the columns hold. */
export function ReviewSection({ roundId, uploadId }: { roundId: string; uploadId: string }) {
  const trpc = useTRPC()
  const [choice, setChoice] = useState<ColumnChoice | null>(null)
  const { data, error, refetch } = useQuery(
    // What the file is compared with changes with every draft that somebody saves.
    trpc.offline.preview.queryOptions({ roundId, uploadId, choice }, { staleTime: 0, refetchOnWindowFocus: false }),
  )
  const failure = error && !data ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null
  return (
    <section aria-labelledby="revisar" className="offline-section">
      <h2 id="revisar">3. Revisar y confirmar</h2>
      {failure}
      {!data && !failure && <LoadingRows rows={6} label="Leyendo el archivo…" />}
      {data?.kind === 'columns' && <ColumnStep tables={data.tables} onChoose={setChoice} />}
      {data?.kind === 'rows' && (
        <ReviewedRows
          file={{ roundId, uploadId, choice }}
          rows={data.rows}
          onColumns={choice === null ? undefined : () => setChoice(null)}
        />
      )}
    </section>
  )
}
