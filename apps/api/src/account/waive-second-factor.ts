import type { Reader, Statement } from '../acts/transaction.ts'

const WAIVE: Statement = {
  name: 'account_waive_second_factor',
  text: 'INSERT INTO second_factor_exemption (reason) VALUES ($1)',
}

const WAIVED: Statement = { name: 'account_waived', text: 'SELECT reason FROM second_factor_exemption LIMIT 1' }

/**
 * Compels nobody to a second factor, for good. The database takes it only while nobody has an account: it is of an
 * installation that was made for looking around, never of one in use.
 */
export async function waiveSecondFactor(reader: Reader, reason: string): Promise<void> {
  await reader.rows(WAIVE, [reason])
}

export const isSecondFactorWaived = async (reader: Reader): Promise<boolean> =>
  (await reader.one(WAIVED, [])) !== undefined
