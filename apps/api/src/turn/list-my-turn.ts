import { MyTurnView, type TurnRow } from '@portal/contracts'
import { COORDINATING_AREA, isTurnOf, turnOfRound, turnsSeenBy, type Person } from '@portal/domain'
import { sightOf } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { gatheredRow, type GatheredRow } from '../rounds/exports.ts'
import { perScope, scopeOf, visibleRound } from '../specifications/exports.ts'
import { checked, signedInProcedure } from '../trpc.ts'

/** What waits for nobody any more is not looked at: the list is as long as there is work. */
const RUNNING = perScope(
  'turn_rounds',
  (scope) => `
    SELECT ${gatheredRow('r', 'v', 's')} AS view
    FROM review_round AS r
    JOIN specification_version AS v ON v.id = r.version_id
    JOIN specification AS s ON s.id = v.specification_id
    WHERE r.status IN ('preparing', 'open', 'resolving', 'validating', 'conformity', 'published') AND ${visibleRound(scope, 'r')}
    ORDER BY r.due NULLS LAST, r.id LIMIT 500`,
)

const SOON_DAYS = 5

/** *Mi turno*: what waits for the actor, what the actor waits for, and what is soon due in the actor's institution. */
export const listMyTurn = signedInProcedure.output(checked(MyTurnView)).query(async ({ ctx: { deps, actor } }) => {
  const statement = RUNNING[scopeOf(actor)]
  const rounds = await readerOn(deps.pool, sightOf(actor)).rows<{ view: GatheredRow }>(statement, [
    actor.organisationId,
  ])
  const rows = rounds.flatMap(({ view }) => rowsOf(view, actor))
  const soon = until(deps.clock.now())
  return {
    mine: rows.filter(({ turn }) => isTurnOf(actor, turn)).toSorted(byDue),
    waiting: takesPart(actor) ? rows.filter(({ turn }) => !isTurnOf(actor, turn)).toSorted(byDue) : [],
    soon: rows
      .filter(({ turn }) => turn.organisationId === actor.organisationId && turn.due !== null && turn.due <= soon)
      .toSorted(byDue),
  }
})

/** One row for each whose turn it is. */
function rowsOf(round: GatheredRow, actor: Person): TurnRow[] {
  const { id, status, due, conformityDue, responses, referrals } = round
  const turns = turnOfRound({ status, since: round.statusSince, due, conformityDue, responses, referrals })
  const title = `${round.specificationTitle} · versión ${round.versionNumber} · ronda ${round.number}`
  return turnsSeenBy(actor, turns).map((turn) => ({ recordId: id, recordKind: 'round', title, status, turn }))
}

/** Who has no part in the workflow waits for nothing in it. */
const takesPart = (actor: Person): boolean => actor.kind === 'opl' || actor.organisationId === COORDINATING_AREA

/** What has no due date comes after what has one, the longest waiting first. */
function byDue(one: TurnRow, other: TurnRow): number {
  const [left, right] = [one, other].map(({ turn }) => `${turn.due ?? '9999'} ${turn.since}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}

const until = (now: string): string =>
  Temporal.Instant.from(now)
    .add({ hours: SOON_DAYS * 24 })
    .toString({ fractionalSecondDigits: 3 })
