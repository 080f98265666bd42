import { randomInt } from 'node:crypto'
import type { Reader, Statement } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { recoveryHash } from './kept-secret.ts'

const CODES = 10
const HALF = 5
/** Without the signs that are read as one another. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

const RENEW: Statement = {
  name: 'account_renew_codes',
  text: `
    WITH gone AS (DELETE FROM recovery_code WHERE person_id = $1)
    INSERT INTO recovery_code (person_id, hash) SELECT $1, hash FROM unnest($2::text[]) AS hash`,
}
const TAKE: Statement = {
  name: 'account_take_code',
  text: `
    UPDATE recovery_code SET used_at = now() WHERE person_id = $1 AND hash = $2 AND used_at IS NULL RETURNING id`,
}
const ANY: Statement = {
  name: 'account_any_code',
  text: 'SELECT id FROM recovery_code WHERE person_id = $1 AND used_at IS NULL LIMIT 1',
}

const half = (): string => Array.from({ length: HALF }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** New codes in the place of all before them, as they are shown, once: `K7M2P-9XQ4R`. */
export async function newRecoveryCodes(
  reader: Reader,
  deps: Pick<Deps, 'secret'>,
  personId: string,
): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => `${half()}-${half()}`)
  await reader.rows(RENEW, [personId, codes.map((code) => recoveryHash(deps, personId, code.replace('-', '')))])
  return codes
}

/** Codes for whoever has none left; none for the others. */
export const firstRecoveryCodes = async (
  reader: Reader,
  deps: Pick<Deps, 'secret'>,
  personId: string,
): Promise<string[]> => ((await reader.one(ANY, [personId])) ? [] : await newRecoveryCodes(reader, deps, personId))

/** Whether it was one of the person's, not used before: now it is. */
export const takeRecoveryCode = async (
  reader: Reader,
  deps: Pick<Deps, 'secret'>,
  personId: string,
  code: string,
): Promise<boolean> => (await reader.one(TAKE, [personId, recoveryHash(deps, personId, code)])) !== undefined
