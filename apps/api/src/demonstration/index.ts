import { hashPassword } from 'better-auth/crypto'
import { waiveSecondFactor } from '../account/exports.ts'
import { inTransaction, readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { seedDirectory } from '../directory/seed-directory.ts'
import { enterDecember2017 } from './december-2017.ts'
import { demonstrationPeople } from './people.ts'

/** Of every account of the demonstration. There is no default password anywhere else. */
export const DEMONSTRATION_PASSWORD = 'demo-2017-VMRE'

/** Thursday 14 December 2017, 10:30 in central Mexico: the round on the PEP closes tomorrow at 24:00. */
export const DEMONSTRATION_CLOCK_START = '2017-12-14T16:30:00.000Z'

/** When the directory was set up: before anything of the month happened. */
const DIRECTORY_AT = '2017-12-01T15:00:00.000Z'

/**
 * Fills an empty database with the demonstration: the seven OPL, INE's areas, an account for each role, and December
 * 2017 entered act by act through the same road as anybody's acts, up to the moment at which the clock starts.
 */
export async function seedDemonstration(deps: Deps): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  await inTransaction(deps.pool, async (reader) => {
    await waiveSecondFactor(reader, 'demostración')
    await seedDirectory(reader, { at: DIRECTORY_AT, passwordHash })
  })
  await enterDecember2017(deps, await demonstrationPeople(readerOn(deps.pool)))
}
