import type { ResponseView, RoundView } from '@portal/contracts'
import { actingName, formatCount } from '@portal/domain'
import { DataTable, Moment, ResponseStatusBadge, type Column } from '@portal/ui'
import { ReceiptLink } from '../../lib/receipt-link.tsx'
import { answeredSentence } from './round-words.ts'

/** Who answered, when and with what receipt: late and silent are told apart. */
export function ProgressTab({ round }: { round: RoundView }) {
  const extended = round.deadlines.filter(({ purpose }) => purpose === 'answers').length > 1
  const columns: Column<ResponseView>[] = [
    { key: 'opl', header: 'OPL', nowrap: true, cell: ({ organisation }) => organisation.shortName },
    {
      key: 'opened',
      header: 'Abrió',
      nowrap: true,
      cell: ({ openedAt }) => (openedAt === null ? 'No ha abierto' : <Moment at={openedAt} />),
    },
    {
      key: 'status',
      header: 'Estado',
      nowrap: true,
      cell: (response) => (
        <>
          <ResponseStatusBadge status={response.status} plain />
          {lateWords(response)}
        </>
      ),
    },
    {
      key: 'observations',
      header: 'Observaciones',
      align: 'end',
      cell: ({ observations }) => formatCount(observations),
    },
    {
      key: 'sent',
      header: 'Envió',
      cell: ({ sentAt, sentBy }) =>
        sentAt === null ? (
          '—'
        ) : (
          <>
            <Moment at={sentAt} />
            {sentBy && `, ${actingName(sentBy)}`}
          </>
        ),
    },
    {
      key: 'receipt',
      header: 'Acuse',
      nowrap: true,
      cell: ({ folio, code }) => (folio && code ? <ReceiptLink folio={folio} code={code} bare /> : '—'),
    },
    {
      key: 'extension',
      header: 'Prórroga',
      nowrap: true,
      cell: () => (extended && round.due !== null ? <Moment at={round.due} deadline /> : 'No'),
    },
  ]
  if (round.status === 'conformity') {
    columns.push({
      key: 'reply',
      header: 'Conformidad',
      nowrap: true,
      cell: ({ observations, unreplied }) => repliedWords(observations, unreplied),
    })
  }
  return (
    <section aria-labelledby="avance">
      <h2 id="avance">Avance de las respuestas</h2>
      {/* An OPL sees its own answer only: a count of one would say nothing. */}
      {round.ownResponseId === null && <p>{answeredSentence(round.responses)}</p>}
      <DataTable
        caption="Respuestas de los OPL"
        columns={columns}
        rows={round.responses}
        rowKey={(row) => row.id}
        narrow="stack"
      />
    </section>
  )
}

function lateWords({ status, lateReason, lateAdmitted, lateJudgement }: ResponseView) {
  if (status !== 'late') return null
  const judged =
    lateAdmitted === null
      ? 'Falta decidir si se admite.'
      : `${lateAdmitted ? 'Admitida' : 'No admitida'}: ${lateJudgement ?? ''}`
  return (
    <p className="round-late">
      Razón: {lateReason} {judged}
    </p>
  )
}

const repliedWords = (observations: number, unreplied: number): string => {
  if (observations === 0) return 'No se le pregunta'
  return unreplied === 0 ? 'Contestó todo' : `Faltan ${formatCount(unreplied)} de ${formatCount(observations)}`
}
