import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core'
import type { EventView } from '@portal/contracts'
import { actingName, formatCount, RECORD_KIND_NAMES, ROLES, verbName } from '@portal/domain'
import { DataTable, Moment, type Column } from '@portal/ui'
import { roleAt } from '../../lib/role-at.ts'
import { ReceiptLink } from '../../lib/receipt-link.tsx'
import './evidence.css'

/** What every list of acts says of each: Fecha y hora · Quién · Acto · Motivo · Acuse · Huella. */
export const EVENT_COLUMNS: readonly Column<EventView>[] = [
  { key: 'at', header: 'Fecha y hora', nowrap: true, cell: ({ at }) => <Moment at={at} /> },
  { key: 'who', header: 'Quién', width: '18%', cell: (event) => <Who event={event} /> },
  { key: 'verb', header: 'Acto', width: '30%', cell: (event) => <What event={event} /> },
  { key: 'reason', header: 'Motivo', width: '20%', cell: ({ reason }) => reason ?? <None /> },
  { key: 'receipt', header: 'Acuse', nowrap: true, cell: (event) => <Receipt event={event} /> },
  { key: 'hash', header: 'Huella', nowrap: true, cell: ({ hash }) => <Hash hash={hash} /> },
]

const COLUMNS: readonly Column<EventView>[] = [
  { key: 'seq', header: 'Núm.', nowrap: true, cell: (event) => <Number event={event} /> },
  ...EVENT_COLUMNS,
]

export const TrailTable = ({ events }: { events: readonly EventView[] }) => (
  <DataTable caption="Actos" columns={COLUMNS} rows={events} rowKey={({ id }) => id} narrow="stack" />
)

const None = () => <span className="ui-quiet">–</span>

/** Each record counts its own acts: the number says nothing without the record that it belongs to. */
const Number = ({ event: { seq, recordKind } }: { event: EventView }) => (
  <>
    {formatCount(seq)} <span className="ui-quiet">{RECORD_KIND_NAMES[recordKind]}</span>
  </>
)

function Who({ event: { person, role, organisation } }: { event: EventView }) {
  if (person === null) return <>El portal</>
  const known = ROLES.find((one) => one === role)
  return (
    <>
      {actingName(person)}
      <br />
      <span className="ui-quiet">{known === undefined ? role : roleAt(known, organisation ?? '')}</span>
    </>
  )
}

function What({ event: { verb, details } }: { event: EventView }) {
  return (
    <>
      {verbName(verb)}
      {details.length > 0 && (
        <details className="trail-details">
          <summary>{details.length === 1 ? 'Un dato' : `${formatCount(details.length)} datos`}</summary>
          <dl>
            {details.map(({ label, value }) => (
              <div key={`${label} ${value}`}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

const Receipt = ({ event: { folio, code } }: { event: EventView }) =>
  folio !== null && code !== null ? <ReceiptLink folio={folio} code={code} bare /> : (folio ?? <None />)

/** The whole hash is long: its first digits tell events apart, and the rest is one click away. */
const Hash = ({ hash }: { hash: string }) => (
  <CopyButton value={hash}>
    {({ copied, copy }) => (
      <Tooltip
        label={copied ? 'Copiada' : <span className="ui-mono">{hash}</span>}
        multiline
        maw={320}
        events={{ hover: true, focus: true, touch: true }}
      >
        <UnstyledButton className="ui-mono" onClick={copy}>
          <span className="ui-visually-hidden">Copiar la huella </span>
          {hash.slice(0, 10)}…
        </UnstyledButton>
      </Tooltip>
    )}
  </CopyButton>
)
