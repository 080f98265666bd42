import {
  canSeeObservation,
  canSeeOutcome,
  isAreaRole,
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
import type { Expectation } from './expectation.ts'
import { EXPECTATIONS } from './procedures.ts'
import { READINGS, STATUS_CLASSES } from './status-classes.ts'
import { EVERYBODY } from './subjects.ts'
import type { TestProduct } from './product.ts'
import { WALKS, WITHOUT_STATUS } from './walks/index.ts'
import type { Walk, WalkedClass } from './walks/walk.ts'

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

type Class = { status: ObservationStatus; name: string; referredTo: string | null }
const CLASSES: readonly Class[] = [
  { status: 'draft', name: 'not sent', referredTo: null },
  { status: 'received', name: 'sent', referredTo: null },
]
/** For those who answer in an area: to its own. */
const REFERRED = { status: 'referred', name: 'referred to it' } as const

/** What somebody sees of one OPL's work in a round: `-`, or what of it, and whether with its outcome. */
function seen(person: Person, status: RoundStatus, visibility: RoundVisibility): string {
  const round = { status, visibility, opened: status !== 'preparing', recipientIds: [OWNER, 'jal'] }
  const classes = isAreaRole(person.role) ? [...CLASSES, { ...REFERRED, referredTo: person.organisationId }] : CLASSES
  const visible = classes.filter((one) => canSeeObservation(person, round, { organisationId: OWNER, ...one }))
  if (visible.length === 0) return '–'
  const names = visible.map(({ name }) => name).join(', ')
  const outcome = visible.some((one) => canSeeOutcome(person, round, { organisationId: OWNER, ...one }))
  return outcome ? `${names}; outcome` : names
}

const RECORDS = {
  version: 'A version',
  round: 'A round',
  response: 'The answer of one OPL',
  observation: 'An observation of one OPL',
} as const satisfies Record<Walk['record'], string>

/** A status alone where the row holds every class of it. */
function classNames(row: readonly WalkedClass[], all: readonly WalkedClass[]): string {
  const isWhole = (status: string) => all.every((one) => one.status !== status || row.includes(one))
  return [...new Set(row.map(({ name, status }) => (isWhole(status) ? status : name)))].join('; ')
}

/** One row for all the classes in which an act gives everybody the same answer. */
function actRows({ acts, classes }: Walk, everybody: readonly Person[]): string[][] {
  return acts.flatMap(({ path }) => {
    const answers = (one: WalkedClass) =>
      everybody.map((person) => one.answer(path, person)).map((code) => (code === 'FORBIDDEN' ? '·' : code))
    const rows = Map.groupBy(classes, (one) => answers(one).join(' | '))
    return [...rows].map(([cells, row]) => [`\`${path}\``, classNames(row, classes), cells])
  })
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
  const walks = WALKS.map(
    (walk) => `### ${RECORDS[walk.record]}\n\n${table(['procedure', 'status', ...heads], actRows(walk, everybody))}`,
  )
  const hidden = OBSERVATION_STATUSES.filter((status) => status === 'draft' || status === 'withdrawn')
  return `# Who may do what, and who sees what

Printed from the table (\`apps/api/testing/procedures.ts\`) with which a test walks the router: each procedure is called as
each role, on records of one OPL (IECM) that are still being written. A procedure without a row
is red, and so is this page when it differs from what is expected. After a change: \`vitest run src/authorisation-page.test.ts -u\`
in \`apps/api\`, and read what changed.

\`passes\` is the door and the visibility of the subject; whether the act is possible in its status is the workflow's to
say ([architecture](architecture.md)), and stands below. \`FORBIDDEN\` says that no such act is this role's; \`NOT_FOUND\` that there is nothing
here, in the words in which it is said of what does not exist. *own* is the OPL whose records they are, *other* another
one that takes part in the same round.

## Procedures

${table(['procedure', 'nobody', ...heads], procedures)}

## Readings, by where the record stands

What is read of a version and its round while it is a draft without a round, and while its round is prepared, open,
cancelled after it was opened, published, or published and approved by a resolution. The round is sent to IECM alone: *other* is here an OPL that
was not asked. Printed from \`apps/api/testing/status-classes.ts\`; \`status-classes.test.ts\` brings a version into each by acts and asks.

${table(['procedure', 'status', 'nobody', ...heads], readings)}

## Acts, by where the record stands

Every act on a record that stands in a workflow, in each of its statuses; where the workflow asks about more than the status, in
classes of it. A test (\`walks.test.ts\`) brings a record of IECM's there by acts (to \`in_force\` and \`incorporated\` no act leads yet) and does every act
as every role that has just seen the record, to its end, on connections that take everything back. What it expects is what \`decideVersion\`,
\`decideRound\`, \`decideResponse\` and \`decideObservation\` of \`packages/domain\` answer, what their visibility hides, and two refusals of the procedures' own: ROUND_ALREADY_RUNNING, OBSERVATION_NOT_EDITABLE. A move of their tables that no procedure
makes is red, and so is a status without a record.

\`done\`: the act goes through, or the record is found. \`·\`: FORBIDDEN, whatever the status. All else is the refusal. Who is not signed in is told
NOT_SIGNED_IN everywhere. A status stands for all its classes that no other row of the act names. *other* is an OPL that takes part in the same round
and has answered; the own one has one level, unless two are named.

${walks.join('\n\n')}

### No status

Asked of nothing that stands in a workflow, or of whatever the person may see; the table of procedures says it all:
${WITHOUT_STATUS.map((path) => `\`${path}\``).join(', ')}.

## One OPL's observations, by the status of the round

What is shown of them to whom, from \`canSeeObservation\` and \`canSeeOutcome\` of \`packages/domain\`. *Not sent* are the
statuses ${hidden.map((status) => `\`${status}\``).join(' and ')}; *outcome* is DERFE's disposition with its reason. Row-level security says the same of queries
([decision 0007](decisions/0007-row-level-security.md)).

${table(['round', 'visibility', ...heads], rounds)}
`
}
