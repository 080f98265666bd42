import { randomUUID } from 'node:crypto'
import type { Person, Role } from '@portal/domain'

/** What the walk calls every procedure with: records of IECM, still in draft, in a round sent to all seven. */
export type Subjects = {
  specificationId: string
  versionId: string
  roundId: string
  responseId: string
  observationId: string
  clauseId: string
  uploadId: string
}

export type Expectation = {
  /** Roles that pass the door; the others are forbidden, whatever they send. */
  door: 'public' | 'own_account' | 'signed_in' | readonly Role[]
  input: (subjects: Subjects) => unknown
  /** Of those who pass the door, null without a session: who may see the subject. To the others it does not exist. */
  sees: (person: Person | null) => boolean
}

export const PEOPLE_READERS = ['administrator', 'auditor'] as const

export const everybody = () => true

/** No act goes through: nobody has seen a record at this version. */
export const command = () => ({ key: randomUUID(), seen: 999_999 })
export const reason = 'Se pide para la prueba.'
