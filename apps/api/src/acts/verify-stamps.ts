import type { Certificate } from 'pkijs'
import { sealMessage } from './seal-key.ts'
import { readTimeStamp, TimeStampFault } from './time-stamp.ts'
import type { Reader, Statement } from './transaction.ts'
import type { Verified, VerifiedStamp } from './verified.ts'

const STAMPS: Statement = {
  name: 'verify_stamps',
  text: `
    SELECT s.seal_id AS seal, s.at, s.token, l.hash FROM audit_stamp AS s JOIN audit_seal AS l ON l.id = s.seal_id
    ORDER BY s.seal_id`,
}

type Row = { seal: number; at: string; token: Buffer; hash: Buffer }

/** Each stamp is of its seal and says the instant that is noted beside it. @param roots null: none was given to compare */
export async function verifyStamps(
  reader: Reader,
  roots: readonly Certificate[] | null,
): Promise<Pick<Verified, 'stamps' | 'broken'>> {
  const stamps: VerifiedStamp[] = []
  for (const { seal, at, token, hash } of await reader.rows<Row>(STAMPS, [])) {
    try {
      const stamp = await readTimeStamp(token, sealMessage(hash), roots)
      if (Temporal.Instant.from(at).equals(Temporal.Instant.from(stamp.at))) stamps.push({ ...stamp, seal })
      else throw new TimeStampFault('se anotó con otra fecha')
    } catch (error) {
      if (!(error instanceof TimeStampFault)) throw error
      const reason = `la estampa de tiempo del sello ${seal} no vale: ${error.message}`
      return { stamps, broken: { recordId: null, seq: null, reason } }
    }
  }
  return { stamps, broken: null }
}
