import type { RefusalCode } from '@portal/contracts'
import type { Person, Result } from '@portal/domain'
import type { Subjects } from '../expectation.ts'
import { EXPECTATIONS } from '../procedures.ts'
import type { TestProduct } from '../product.ts'
import type { RecordKind } from './seen.ts'

/** What comes back: the act is done (or the record found), or why not. */
export type Answer = 'done' | RefusalCode

/** Where a record stands, with all else that its workflow asks about it; and the acts that bring one there. */
type StatusClass<Facts> = { facts: Facts; arrange: (product: TestProduct) => Promise<Subjects> }

type Act<Facts> = {
  /** The moves of the workflow tables that it makes: `round.open`. */
  moves: readonly string[]
  /** Whose version the command must have seen, where that is not the record that is walked. */
  seen?: RecordKind
  /** To somebody whom the door lets pass: what the domain decides. */
  answer: (facts: Facts, actor: Person) => Answer
}

export type WalkedClass = {
  name: string
  /** As the database has it. */
  status: string
  arrange: (product: TestProduct) => Promise<Subjects>
  answer: (path: string, person: Person | null) => Answer
}

/** Every act on one kind of record, in each class of status in which such a record can stand. */
export type Walk = {
  record: RecordKind
  acts: readonly { path: string; moves: readonly string[]; seen: RecordKind }[]
  classes: readonly WalkedClass[]
}

export function walkOf<Facts extends { status: string }>(
  record: RecordKind,
  classes: Readonly<Record<string, StatusClass<Facts>>>,
  acts: Readonly<Record<string, Act<Facts>>>,
): Walk {
  return {
    record,
    acts: Object.entries(acts).map(([path, { moves, seen = record }]) => ({ path, moves, seen })),
    classes: Object.entries(classes).map(([name, { facts, arrange }]) => ({
      name,
      status: facts.status,
      arrange,
      answer: (path, person) => {
        const act = acts[path]
        if (!act) throw new Error(`${path} is no act on a ${record}`)
        if (person === null) return 'NOT_SIGNED_IN'
        return passes(path, person) ? act.answer(facts, person) : 'FORBIDDEN'
      },
    })),
  }
}

function passes(path: string, person: Person): boolean {
  const door = EXPECTATIONS[path]?.door
  if (door === undefined || door === 'public') throw new Error(`${path} has no door to walk through`)
  return typeof door === 'string' || door.includes(person.role)
}

/** What a decision of the domain answers. */
export const decided = (result: Result<unknown, { code: RefusalCode }>): Answer =>
  result.ok ? 'done' : result.refusal.code

/** Of instants the workflows only ask which comes first. */
export const NOW = '2017-12-20T12:00:00.000Z'
export const AHEAD = '2017-12-24T12:00:00.000Z'
export const FURTHER_AHEAD = '2017-12-28T12:00:00.000Z'
export const PAST = '2017-12-19T12:00:00.000Z'

/** The OPL whose records are walked, and another one that takes part in the same round. */
export const OWN = 'cdmx'
export const OTHER = 'jal'
