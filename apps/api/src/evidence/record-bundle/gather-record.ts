import type { Person } from '@portal/domain'
import { recordReading } from '../../acts/reading.ts'
import { sightOf } from '../../acts/sight.ts'
import { inTransaction, type Reader, type Statement } from '../../acts/transaction.ts'
import { verifySealKeys, type KeyOnRecord } from '../../acts/verify-seal-keys.ts'
import { ONE_SNAPSHOT } from '../../acts/verify.ts'
import type { Deps } from '../../deps.ts'
import { Refused } from '../../refused.ts'
import { iso, perScope, readBy, scopeOf, visibleVersion, withheldUpload } from '../../specifications/exports.ts'
import type { TrailEvent } from '../event-view.ts'
import { overTrail } from '../records.ts'
import type { Names } from '../verb.ts'

type BundledReceipt = {
  folio: string
  recordId: string
  seq: number
  body: string
  hash: string
  code: string
  at: string
  organisation: string
  chainHash: string
}
type BundledSeal = {
  at: string
  previous: string
  heads: [recordId: string, seq: number, hash: string][]
  hash: string
  keyId: string | null
  signature: string | null
  /** The token of an authority outside, in hex. */
  stamp: string | null
}
type BundledFile = { sha256: string; name: string; bytes: number; restricted: boolean }

export type GatheredRecord = {
  events: TrailEvent[]
  names: Names
  receipts: BundledReceipt[]
  keys: KeyOnRecord[]
  seals: BundledSeal[]
  files: BundledFile[]
}

/** Whole chains, from their first act: what the actor may not read in them is left out later, its hash stays. */
const EVENTS = overTrail(
  'bundle_events',
  (records) => `
    WITH ${records}
    SELECT e.id, e.seq, e.record_id, e.record_kind, e.verb, ${iso('e.at')} AS at, e.folio, e.body,
      encode(e.hash, 'hex') AS hash, r.code, records.own, records.decided, records.restricted
    FROM records
    JOIN audit_event AS e ON e.record_id = records.id
    LEFT JOIN receipt AS r ON r.record_id = e.record_id AND r.seq = e.seq
    WHERE EXISTS (SELECT FROM records WHERE id = $2)
    ORDER BY e.record_id, e.seq`,
)
const NAMES: Statement = {
  name: 'bundle_names',
  text: 'SELECT json_object_agg(id, short_name) AS names FROM organisation',
}
/** As `GET /receipts`: those of one's own organisation; DERFE's and the auditor's are all. */
const RECEIPTS: Statement = {
  name: 'bundle_receipts',
  text: `
    SELECT r.folio, r.record_id AS "recordId", r.seq, r.body, encode(r.hash, 'hex') AS hash, r.code, ${iso('r.at')} AS at,
      coalesce(o.name, r.organisation_id) AS organisation, encode(e.hash, 'hex') AS "chainHash"
    FROM receipt AS r
    JOIN audit_event AS e ON e.record_id = r.record_id AND e.seq = r.seq
    LEFT JOIN organisation AS o ON o.id = r.organisation_id
    WHERE r.record_id = ANY ($1::uuid[]) AND ($2::boolean OR r.organisation_id = $3)
    ORDER BY r.record_id, r.seq`,
}
/** The signed seals under which these chains are, each with all heads that it fingerprints: ids and hashes, no content. */
const SEALS: Statement = {
  name: 'bundle_seals',
  text: `
    SELECT ${iso('s.at')} AS at, encode(coalesce(
        (SELECT p.hash FROM audit_seal AS p WHERE p.id < s.id ORDER BY p.id DESC LIMIT 1),
        decode(repeat('00', 32), 'hex')
      ), 'hex') AS previous,
      (SELECT json_agg(json_build_array(h.record_id, h.seq, encode(h.hash, 'hex')) ORDER BY h.record_id)
        FROM audit_seal_head AS h WHERE h.seal_id = s.id) AS heads,
      encode(s.hash, 'hex') AS hash, s.key_id AS "keyId", encode(s.signature, 'hex') AS signature,
      (SELECT encode(t.token, 'hex') FROM audit_stamp AS t WHERE t.seal_id = s.id) AS stamp
    FROM audit_seal AS s
    WHERE s.key_id IS NOT NULL
      AND EXISTS (SELECT FROM audit_seal_head AS h WHERE h.seal_id = s.id AND h.record_id = ANY ($1::uuid[]))
    ORDER BY s.id`,
}
/** Documents and artwork of the versions among the records, except what its class keeps from the actor. */
const FILES = perScope(
  'bundle_files',
  (scope) => `
    SELECT DISTINCT ON (u.sha256) u.sha256, u.name, f.bytes,
      ${withheldUpload('u', { classes: `'{public}'`, day: '$4' })} AS restricted
    FROM specification_version AS v
    LEFT JOIN artwork AS a ON a.version_id = v.id
    JOIN upload AS u ON u.id IN (v.source_id, a.upload_id)
    JOIN stored_file AS f ON f.sha256 = u.sha256
    WHERE v.id = ANY ($2::uuid[]) AND ${visibleVersion(scope, 'v')} AND $1::text IS NOT NULL
      AND NOT ${withheldUpload('u', { classes: '$3', day: '$4' })}
    ORDER BY u.sha256, u.uploaded_at`,
)

/** All that is on record of a record and of what belongs to it, in one state. @throws Refused NOT_FOUND */
export async function gatherRecord(deps: Deps, actor: Person, recordId: string): Promise<GatheredRecord> {
  const gather = async (reader: Reader): Promise<GatheredRecord> => {
    await reader.rows(ONE_SNAPSHOT, [])
    const read = readBy(actor, deps.clock.now())
    const events = await reader.rows<TrailEvent>(EVENTS(actor), [actor.organisationId, recordId, ...read])
    if (events.length === 0) throw new Refused({ code: 'NOT_FOUND' })
    const ids = [...new Set(events.map((event) => event.record_id))]
    const scope = scopeOf(actor)
    return {
      events,
      names: (await reader.one<{ names: Names }>(NAMES, []))?.names ?? {},
      receipts: await reader.rows<BundledReceipt>(RECEIPTS, [ids, scope === 'all', actor.organisationId]),
      keys: await keysOnRecord(reader),
      seals: await reader.rows<BundledSeal>(SEALS, [ids]),
      files: await reader.rows<BundledFile>(FILES[scope], [actor.organisationId, ids, ...read]),
    }
  }
  const gathered = await inTransaction(deps.pool, gather, sightOf(actor))
  await recordIfRestricted(deps, actor, recordId, gathered)
  return gathered
}

/** The auditor takes with it what OPL have not sent; anybody what few may read. */
async function recordIfRestricted(deps: Deps, actor: Person, recordId: string, { events, files }: GatheredRecord) {
  if (actor.role !== 'auditor' && ![...files, ...events].some(({ restricted }) => restricted)) return
  const recordKind = events.find((event) => event.record_id === recordId)?.record_kind ?? 'specification'
  const record = { recordKind, recordId, roundId: null, versionId: null }
  await recordReading(deps, actor, { ...record, verb: 'evidence.readRecord', details: {} })
}

const keysOnRecord = async (reader: Reader): Promise<KeyOnRecord[]> => [...(await verifySealKeys(reader)).keys.values()]
