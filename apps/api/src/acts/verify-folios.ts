import type { Reader, Statement } from './transaction.ts'
import type { Broken } from './verified.ts'

const FOLIOS: Statement = {
  name: 'verify_folios',
  text: `
    SELECT series, coalesce(given.folios, 0)::int AS folios, coalesce(given.last, 0)::int AS last,
      coalesce(counter.last, 0)::int AS counted
    FROM (
      SELECT regexp_replace(folio, '/[0-9]+$', '') AS series, count(*) AS folios,
        max(substring(folio FROM '[0-9]+$')::bigint) AS last
      FROM receipt GROUP BY 1
    ) AS given
    FULL JOIN (
      SELECT kind || '/' || upper(organisation_id) || '/' || year AS series, last FROM folio_counter
    ) AS counter USING (series)
    WHERE given.folios IS DISTINCT FROM given.last OR given.last IS DISTINCT FROM counter.last
    ORDER BY series LIMIT 1`,
}

/** Folios are consecutive per organisation, kind and year (domain section 4, rule 6); the key excludes duplicates. */
export async function verifyFolios(reader: Reader): Promise<Broken | null> {
  const row = await reader.one<{ series: string; folios: number; last: number; counted: number }>(FOLIOS, [])
  if (!row) return null
  const reason = `la serie ${row.series} tiene ${row.folios} folios, llega al ${row.last} y su contador dice ${row.counted}`
  return { recordId: null, seq: null, reason }
}
