import type { Reader, Statement } from '../acts/transaction.ts'

const FORGET: Statement = {
  name: 'account_forget_second_factors',
  text: `
    WITH totps AS (DELETE FROM totp WHERE person_id = $1),
      codes AS (DELETE FROM recovery_code WHERE person_id = $1),
      passkeys AS (DELETE FROM passkey WHERE person_id = $1)
    DELETE FROM session WHERE person_id = $1`,
}

/** All that a person could show as a second factor is gone, and so are their sessions: they enter and set one up anew. */
export async function forgetSecondFactors(reader: Reader, personId: string): Promise<void> {
  await reader.rows(FORGET, [personId])
}
