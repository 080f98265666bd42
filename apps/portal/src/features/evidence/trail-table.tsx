import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core'
import type { EventView } from '@portal/contracts'
import { ROLES } from '@portal/domain'
import { DataTable, Moment, type Column } from '@portal/ui'
import { useNameOf } from '../../lib/organisations.ts'
import { roleAt } from '../../lib/role-at.ts'
import { ReceiptLink } from '../../lib/receipt-link.tsx'

/** Núm. · Fecha y hora · Quién · Acto · Motivo · Acuse · Huella. */
export function TrailTable({ events }: { events: readonly EventView[] }) {
  const nameOf = useNameOf()
  const columns: Column<EventView>[] = [
    { key: 'seq', header: 'Núm.', align: 'end', cell: ({ seq }) => seq },
    { key: 'at', header: 'Fecha y hora', nowrap: true, cell: ({ at }) => <Moment at={at} /> },
    { key: 'who', header: 'Quién', width: '18%', cell: (event) => <Who event={event} nameOf={nameOf} /> },
    { key: 'verb', header: 'Acto', width: '30%', cell: (event) => <What event={event} /> },
    { key: 'reason', header: 'Motivo', width: '20%', cell: ({ reason }) => reason ?? <None /> },
    {
      key: 'receipt',
      header: 'Acuse',
      nowrap: true,
      cell: ({ folio, code }) =>
        folio !== null && code !== null ? <ReceiptLink folio={folio} code={code} bare /> : (folio ?? <None />),
    },
    { key: 'hash', header: 'Huella', nowrap: true, cell: ({ hash }) => <Hash hash={hash} /> },
  ]
  return <DataTable caption="Actos" columns={columns} rows={events} rowKey={({ id }) => id} narrow="stack" />
}

const None = () => <span className="ui-quiet">–</span>

function Who({ event: { person, role, organisation }, nameOf }: { event: EventView; nameOf: (id: string) => string }) {
  if (person === null) return <>El portal</>
  const known = ROLES.find((one) => one === role)
  return (
    <>
      {person.name}
      <br />
      <span className="ui-quiet">
        {known === undefined || organisation === null ? role : roleAt(known, nameOf(organisation))}
      </span>
    </>
  )
}

function What({ event: { verb, details } }: { event: EventView }) {
  return (
    <>
      {verb}
      {details.length > 0 && (
        <dl className="trail-details">
          {details.map(({ label, value }) => (
            <div key={label} className="trail-detail">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

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
