import type { PublicVersionRow } from '@portal/contracts'
import { formatDate } from '@portal/domain'

/** The resolution that approved a version: number, day and subject as they were recorded. */
export function ApprovedBy({ version: { resolutions } }: { version: PublicVersionRow }) {
  const approval = resolutions.findLast(({ body }) => body === 'CG')
  if (!approval) return null
  return (
    <>
      {approval.number}
      {approval.day !== null && <> · {formatDate(approval.day)}</>}
    </>
  )
}
