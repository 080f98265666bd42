import { createHmac, randomUUID } from 'node:crypto'
import { cursorOf } from '../src/observations/cursor.ts'
import { COORDINATOR } from '../testing/people.ts'
import type { ActCommand, ActName, ReadName } from './floor/plan.ts'
import type { Answer, World } from './seed/world.ts'

/** One request as autocannon sends it. */
export type Asked = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

export const SECRET = 'the secret of a benchmark, which signs nothing else'

export const TITLES: Record<ReadName | ActName, string> = {
  list: 'list of 50 observations with author and clause',
  thread: 'thread of one record, 30 events',
  board: 'board counts of a round',
  export: 'matrix of 1,000 observations (XLSX)',
  act: 'formal act: row, event, folio, receipt',
  draft: 'act: row and event',
}

/** The cookie of somebody's session, signed as the identity library signs it. */
function cookieOf(world: World, email: string): string {
  const token = world.tokens.get(email) ?? ''
  const signature = createHmac('sha256', SECRET).update(token).digest('base64')
  return `portal.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

const FROM_THE_PORTAL = { 'sec-fetch-site': 'same-origin' }

/** What the procedures are asked, one variant after the other, so that not the same page is read again and again. */
export const inputsOf = (world: World) => ({
  list: world.places.map((place) => ({ roundId: world.large, limit: 50, cursor: cursorOf(place) })),
  thread: world.places.map(({ id }) => ({ recordId: id, limit: 50 })),
  board: [world.large, ...world.published].map((id) => ({ id })),
  export: world.published,
})

const PROCEDURES = { list: 'observations.list', thread: 'evidence.trail', board: 'rounds.board' } as const

/** As the portal's client asks: in a batch, also when it is of one. */
export function productReads(world: World, name: ReadName): Asked[] {
  const headers = { ...FROM_THE_PORTAL, cookie: cookieOf(world, COORDINATOR) }
  const inputs = inputsOf(world)
  if (name === 'export') {
    return inputs.export.map((id) => ({ method: 'GET', path: `/exports/rounds/${id}/matrix.xlsx`, headers }))
  }
  return inputs[name].map((input) => {
    const query = new URLSearchParams({ batch: '1', input: JSON.stringify({ 0: input }) })
    return { method: 'GET', path: `/trpc/${PROCEDURES[name]}?${query.toString()}`, headers }
  })
}

export const floorReads = (world: World, name: ReadName): Asked[] =>
  inputsOf(world)[name].map((_, variant) => ({ method: 'GET', path: `/${name}/${variant}`, headers: {} }))

/** What an OPL commands, without its key. */
export const COMMANDS = {
  act: (answer: Answer) => ({ responseId: answer.responseId, seen: 1 }),
  draft: (answer: Answer, world: World) => ({
    responseId: answer.responseId,
    id: null,
    seen: null,
    target: { kind: 'text', clauseId: world.clauseId, start: 3, end: 40, quote: '' } as const,
    type: 'form' as const,
    says: 'El sobre se imprime a una tinta sobre papel bond blanco de 90 gramos.',
    shouldSay: 'El sobre se imprime a una tinta, Pantone 7425 C, sobre papel bond blanco de 90 gramos.',
    rationale: 'La especificación no señala la tinta, por lo que dos imprentas pueden entregar sobres distintos.',
    legalBasis: 'LGIPE, artículo 342, párrafo 3',
  }),
} satisfies Record<ActName, (answer: Answer, world: World) => object>

const ACTS = { act: 'responses.declareNone', draft: 'observations.save' } as const satisfies Record<ActName, string>

export const productAct = (world: World, name: ActName, answer: Answer): Asked => ({
  method: 'POST',
  path: `/trpc/${ACTS[name]}?batch=1`,
  headers: { ...FROM_THE_PORTAL, 'content-type': 'application/json', cookie: cookieOf(world, answer.email) },
  body: JSON.stringify({ 0: { key: randomUUID(), ...COMMANDS[name](answer, world) } }),
})

export const floorAct = (world: World, name: ActName, answer: Answer): Asked => ({
  method: 'POST',
  path: `/${name}`,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(commandOf(world, answer, randomUUID())),
})

export function commandOf(world: World, answer: Answer, key: string): ActCommand {
  const person = world.people.get(answer.email)
  if (!person) throw new Error(`nobody has the address ${answer.email}`)
  const { personId, personName, appointmentId, organisationId } = person
  return { key, responseId: answer.responseId, organisationId, personId, personName, appointmentId }
}
