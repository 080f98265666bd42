import {
  canSeeObservation,
  canSeeOutcome,
  OBSERVATION_STATUSES,
  ROLES,
  ROUND_STATUSES,
  ROUND_VISIBILITIES,
  type ObservationStatus,
  type Person,
  type Role,
  type RoundStatus,
  type RoundVisibility,
} from '@portal/domain'
import { EXPECTATIONS, type Expectation } from './procedures.ts'
import { READINGS, STATUS_CLASSES } from './status-classes.ts'
import { EVERYBODY } from './subjects.ts'
import type { TestProduct } from './product.ts'

const OWNER = 'cdmx'

const title = ({ kind, role, organisationId }: Person): string =>
  kind === 'opl' ? `${role}, ${organisationId === OWNER ? 'own' : 'other'}` : role

const answer = ({ door, sees }: Expectation, person: Person | null): string => {
  if (door === 'public') return sees(person) ? 'passes' : 'NOT_FOUND'
  if (person === null) return 'NOT_SIGNED_IN'
  if (typeof door !== 'string' && !door.includes(person.role)) return 'FORBIDDEN'
  return sees(person) ? 'passes' : 'NOT_FOUND'
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

type Class = { status: ObservationStatus; name: string }
const CLASSES: readonly Class[] = [
  { status: 'draft', name: 'not sent' },
  { status: 'received', name: 'sent' },
]

/** What somebody sees of one OPL's work in a round: `-`, or what of it, and whether with its outcome. */
function seen(person: Person, status: RoundStatus, visibility: RoundVisibility): string {
  const round = { status, visibility, opened: status !== 'preparing', recipientIds: [OWNER, 'jal'] }
  const visible = CLASSES.filter((one) =>
    canSeeObservation(person, round, { organisationId: OWNER, status: one.status }),
  )
  if (visible.length === 0) return '–'
  const names = visible.map(({ name }) => name).join(', ')
  return canSeeOutcome(person, round) ? `${names}; outcome` : names
}

/** `docs/authorisation.md`: what the walk over every procedure expects, and what the policies of the domain say. */
export function authorisationPage(product: TestProduct): string {
  const everybody = EVERYBODY.map((email) => product.person(email))
  const missing: readonly Role[] = ROLES.filter((role) => !everybody.some((person) => person.role === role))
  if (missing.length > 0) throw new Error(`nobody in the table is ${missing.join(', ')}`)
  const heads = everybody.map((person) => `\`${title(person)}\``)
  const procedures = Object.entries(EXPECTATIONS).map(([path, expectation]) => [
    `\`${path}\``,
    answer(expectation, null),
    ...everybody.map((person) => answer(expectation, person)),
  ])
  const rounds = ROUND_STATUSES.flatMap((status) =>
    ROUND_VISIBILITIES.map((visibility) => [
      `\`${status}\``,
      `\`${visibility}\``,
      ...everybody.map((person) => seen(person, status, visibility)),
    ]),
  )
  const readings = Object.entries(READINGS).flatMap(([path, { sees }]) =>
    STATUS_CLASSES.map((status) => [
      `\`${path}\``,
      status,
      ...[null, ...everybody].map((person) => (sees(person, status) ? 'found' : '–')),
    ]),
  )
  const hidden = OBSERVATION_STATUSES.filter((status) => status === 'draft' || status === 'withdrawn')
  return `# Who may do what, and who sees what

Printed from the table (\`apps/api/testing/procedures.ts\`) with which a test walks the router: each procedure is called as
each role, on records of one OPL (IECM) that are still being written. A procedure without a row
is red, and so is this page when it differs from what is expected. After a change: \`vitest run src/authorisation-page.test.ts -u\`
in \`apps/api\`, and read what changed.

\`passes\` is the door and the visibility of the subject; whether the act is possible in its status is the workflow's to
say ([architecture](architecture.md)). \`FORBIDDEN\` says that no such act is this role's; \`NOT_FOUND\` that there is nothing
here, in the words in which it is said of what does not exist. *own* is the OPL whose records they are, *other* another
one that takes part in the same round.

## Procedures

${table(['procedure', 'nobody', ...heads], procedures)}

## Readings, by where the record stands

What is read of a version and its round while it is a draft without a round, and while its round is prepared, open,
cancelled after it was opened, published, or published and approved by a resolution. The round is sent to IECM alone: *other* is here an OPL that
was not asked. Printed from \`apps/api/testing/status-classes.ts\`; \`status-classes.test.ts\` brings a version into each by acts and asks.

${table(['procedure', 'status', 'nobody', ...heads], readings)}

## One OPL's observations, by the status of the round

What is shown of them to whom, from \`canSeeObservation\` and \`canSeeOutcome\` of \`packages/domain\`. *Not sent* are the
statuses ${hidden.map((status) => `\`${status}\``).join(' and ')}; *outcome* is DERFE's disposition with its reason. Row-level security says the same of queries
([decision 0007](decisions/0007-row-level-security.md)).

${table(['round', 'visibility', ...heads], rounds)}
`
}
