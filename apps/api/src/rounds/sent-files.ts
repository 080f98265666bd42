import type { Act, Certified } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'

const FILES: Statement = {
  name: 'round_sent_files',
  text: `
    SELECT u.name, f.bytes, f.sha256 FROM (
      SELECT source_id AS upload_id, 0 AS position FROM specification_version WHERE id = $1
      UNION ALL
      SELECT upload_id, position + 1 FROM artwork WHERE version_id = $1
    ) AS sent
    JOIN upload AS u ON u.id = sent.upload_id JOIN stored_file AS f ON f.sha256 = u.sha256
    ORDER BY sent.position`,
}

/** What recipients are asked to review: the document and its artwork, as the opening's receipt certifies them. */
export const sentFiles = (act: Act, versionId: string) => act.rows<Certified['files'][number]>(FILES, [versionId])
