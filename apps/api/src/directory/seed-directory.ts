import type { Reader } from '../acts/transaction.ts'
import { seedCalendars } from '../calendar/exports.ts'
import { seedOrganisations } from './seed-organisations.ts'
import { seedPeople } from './seed-people.ts'

/** The working group's process began with the agreement's signature; appointments of the demonstration run from here. */
const APPOINTED_FROM = '2017-09-08'

/** Illustrative: no source at hand says which OPL work so. */
const TWO_LEVELS = ['jal']

/** Everybody and everything that an act needs around it: calendars, organisations, people with their appointments. */
export async function seedDirectory(
  reader: Reader,
  { at, passwordHash }: { at: string; passwordHash: string | null },
): Promise<void> {
  await seedCalendars(reader, at.slice(0, 10))
  await seedOrganisations(reader, TWO_LEVELS)
  await seedPeople(reader, { at, fromDay: APPOINTED_FROM, passwordHash })
}
