import type { Json } from '../acts/canonical.ts'

/** What an event says, as the road of acts wrote it; of a system's act there is no person. */
export type Said = {
  actor?: {
    personId?: string
    personName?: string
    organisationId?: string
    role?: string
    onBehalfOf?: { personId?: string; personName?: string }
  }
  reason?: string
  details?: { [name: string]: Json }
  certified?: Certified
}

/** What a receipt certifies. */
export type Certified = {
  act: string
  subject: string
  lines: { label: string; value: string }[]
  files: { name: string; bytes: number; sha256: string }[]
  illustrative: boolean
}

/** What a receipt says: what is certified, with who did it. @throws SyntaxError on a text that is no JSON */
export const saidInReceipt = (body: string): Certified & Pick<Said, 'actor'> => JSON.parse(body)

/** @throws SyntaxError on a text that somebody altered to no JSON */
export const saidIn = (body: string): Said => JSON.parse(body)
