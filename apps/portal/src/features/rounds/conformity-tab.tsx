import { Button, Group, Radio, Textarea } from '@mantine/core'
import type { ObservationView, RoundView } from '@portal/contracts'
import { formatCount, REPLIES, REPLY_NAMES } from '@portal/domain'
import { DispositionBadge, EmptyState, LoadingRows, RefusalNote } from '@portal/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ObservationTerms, Term } from '../../lib/observation-terms.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { observationName } from './observation-name.ts'
import { useReplies, type Choice } from './use-replies.ts'

/** Whether the person's own OPL is asked whether it agrees with what was decided. */
export const asksOwnReply = ({ status, ownResponseId, responses }: RoundView): boolean =>
  status === 'conformity' && responses.some(({ id, observations }) => id === ownResponseId && observations > 0)

/** What was decided on the own observations, each to be answered: conforme, or inconforme with the reason. */
export function ConformityTab({ round }: { round: RoundView }) {
  const trpc = useTRPC()
  const own = round.responses.find(({ id }) => id === round.ownResponseId)
  const list = useInfiniteQuery(
    trpc.observations.list.infiniteQueryOptions(
      { roundId: round.id, organisationId: own?.organisation.id, status: 'resolved', limit: 200 },
      { getNextPageParam: (page) => page.next },
    ),
  )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  // All of one OPL are answered together: whoever says "all that are missing" must have them all.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (list.error && !list.data) return <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data || hasNextPage || !own) return <LoadingRows rows={6} label="Cargando lo que se resolvió…" />
  const rows = list.data.pages.flatMap((page) => page.rows)
  return <Replies round={round} rows={rows} response={own} />
}

function Replies({
  round,
  rows,
  response,
}: {
  round: RoundView
  rows: readonly ObservationView[]
  response: RoundView['responses'][number]
}) {
  const trpc = useTRPC()
  const may = response.allowed.includes('reply')
  const { choices, choose, changed, incomplete, agreeWithRest, forget } = useReplies(round.id, rows)
  const reply = useAct(trpc.responses.reply.mutationOptions(), {
    done: 'Respuesta enviada.',
    touches: [trpc.rounds.pathFilter(), trpc.observations.pathFilter(), trpc.turn.pathFilter()],
    beside: true,
    onDone: forget,
  })
  if (rows.length === 0) return <EmptyState title="No hay nada que contestar">Su institución no observó.</EmptyState>
  const unanswered = rows.filter(({ id }) => choices[id] === undefined).length
  return (
    <section aria-labelledby="conformidad">
      <h2 id="conformidad">Conformidad con lo que se resolvió</h2>
      {!may && <p>La manifiesta quien envía por su institución. Usted puede leer lo que se resolvió.</p>}
      <ul className="conformity-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Reply
              row={row}
              choice={choices[row.id]}
              may={may}
              incomplete={incomplete.includes(row.id)}
              onChoose={(choice) => choose(row.id, choice)}
            />
          </li>
        ))}
      </ul>
      {may && (
        <div className="conformity-end">
          <p role="status">
            {unanswered === 0 ? 'Contestó todas.' : `Faltan por contestar ${formatCount(unanswered)}.`}{' '}
            {changed.length > 0 && `Sin enviar: ${formatCount(changed.length)}, guardado en este equipo.`}
          </p>
          {reply.failure && <RefusalNote requestId={reply.failure.requestId}>{reply.failure.message}</RefusalNote>}
          <Group gap="sm">
            <Button
              loading={reply.isPending}
              disabled={changed.length === 0 || incomplete.length > 0}
              onClick={() =>
                void reply.run({ responseId: response.id, seen: response.recordVersion, replies: changed })
              }
            >
              Enviar con acuse {formatCount(changed.length)} {changed.length === 1 ? 'respuesta' : 'respuestas'}
            </Button>
            <Button variant="default" disabled={unanswered === 0} onClick={agreeWithRest}>
              Marcar conforme en las que faltan
            </Button>
          </Group>
        </div>
      )}
    </section>
  )
}

function Reply({
  row,
  choice,
  may,
  incomplete,
  onChoose,
}: {
  row: ObservationView
  choice: Choice | undefined
  may: boolean
  incomplete: boolean
  onChoose: (choice: Choice) => void
}) {
  const { outcome } = row
  const name = observationName(row)
  return (
    <article className="conformity-item" aria-label={name}>
      <h3>{name}</h3>
      <dl>
        <ObservationTerms observation={row} />
        {outcome && (
          <>
            <Term term="Sentido">
              <DispositionBadge disposition={outcome.disposition} />
              {outcome.answeredBy !== null && ` en la observación ${outcome.answeredBy}`}
            </Term>
            <Term term="Respuesta">{outcome.reason}</Term>
            <Term term="Texto acordado">{outcome.agreedText}</Term>
          </>
        )}
      </dl>
      <Radio.Group
        label="¿Está conforme su institución?"
        value={choice?.reply ?? null}
        onChange={(value) => {
          const reply = REPLIES.find((known) => known === value)
          if (reply) onChoose({ reply, reason: choice?.reason ?? '' })
        }}
      >
        <Group gap="md" mt="xs">
          {REPLIES.map((reply) => (
            <Radio key={reply} value={reply} label={REPLY_NAMES[reply]} disabled={!may} />
          ))}
        </Group>
      </Radio.Group>
      {choice?.reply === 'disagrees' && (
        <Textarea
          label="Razón de la inconformidad"
          description="Consta en la matriz."
          autosize
          minRows={2}
          maxLength={4000}
          readOnly={!may}
          value={choice.reason}
          error={incomplete ? 'Escriba la razón.' : null}
          onChange={(event) => onChoose({ reply: 'disagrees', reason: event.currentTarget.value })}
        />
      )}
    </article>
  )
}
