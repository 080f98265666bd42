import { Id, type ComparedClauseView } from '@portal/contracts'
import { CHANGE_FILTERS, CLAUSE_CHANGE_NAMES, isShownAs, withheldNotice } from '@portal/domain'
import { z } from 'zod'
import { sendCsv, type CsvColumn } from '../http/csv.ts'
import type { Routes } from '../http/routes.ts'
import { Refused } from '../refused.ts'
import { compareVersions } from './comparison.ts'

type Side = 'before' | 'after'

const textOf = (row: ComparedClauseView, side: Side): string => {
  const clause = row[side]
  if (!clause) return ''
  return clause.withheld && clause.classification ? withheldNotice(clause.classification) : clause.text
}

const columns = (from: number, to: number): CsvColumn<ComparedClauseView>[] => [
  [
    'Cambio',
    ({ changes }) => (changes.length === 0 ? 'Sin cambio' : changes.map((one) => CLAUSE_CHANGE_NAMES[one]).join(', ')),
  ],
  [`Numeral en la versión ${from}`, ({ before }) => before?.citation ?? ''],
  [`Numeral en la versión ${to}`, ({ after }) => after?.citation ?? ''],
  [`Texto de la versión ${from}`, (row) => textOf(row, 'before')],
  [`Texto de la versión ${to}`, (row) => textOf(row, 'after')],
]

const number = z.coerce.number().pipe(z.int().positive()).optional()
const Asked = z.object({ specificationId: Id, from: number, to: number, kind: z.enum(CHANGE_FILTERS).nullish() })

/** `GET /exports/specifications/<id>/comparison.csv?from=1&to=2&kind=…`: the comparison as the screen shows it. */
export const specificationRoutes: Routes = (app, { deps, actorOf }) => {
  app.get<{ Params: { id: string } }>('/exports/specifications/:id/comparison.csv', async (request, reply) => {
    const actor = await actorOf(request)
    const asked = Asked.safeParse({ ...(request.query as object), specificationId: request.params.id })
    if (!asked.success) throw new Refused({ code: 'NOT_FOUND' })
    const { kind, ...input } = asked.data
    const { from, to, rows } = await compareVersions(deps, actor, input)
    const name = `comparacion-v${from.number}-v${to.number}.csv`
    return sendCsv(
      reply,
      name,
      columns(from.number, to.number),
      rows.filter((row) => isShownAs(kind ?? null, row)),
    )
  })
}
