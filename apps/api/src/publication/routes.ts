import { Id, word, type PublicVersionRow } from '@portal/contracts'
import { VERSION_STATUS_NAMES } from '@portal/domain'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readerOn } from '../acts/transaction.ts'
import type { Deps } from '../deps.ts'
import { publicMatrixOfRound, sendMatrix } from '../exports/exports.ts'
import { sendUpload } from '../files/exports.ts'
import { sendCsv, type CsvColumn } from '../http/csv.ts'
import { countPublicRequest } from '../http/public-requests.ts'
import type { Routes } from '../http/routes.ts'
import { found, Refused } from '../refused.ts'
import { wordsOf } from '../specifications/exports.ts'
import { isPublicMatrix, publicFile, publicVersions } from './public-versions.ts'

const PAGE = 200

/** As the list's address has them. */
const Filters = z.object({ buscar: word(200).optional() })

/** Of a matrix. What takes seconds to make is for whoever signed in: nobody else shall keep them waiting. */
const PublicFormat = z.object({ formato: z.enum(['xlsx', 'json']).default('xlsx') })

const approval = ({ resolutions }: PublicVersionRow) => resolutions.findLast(({ body }) => body === 'CG')

const COLUMNS: readonly CsvColumn<PublicVersionRow>[] = [
  ['Documento', ({ title }) => title],
  ['Versión', ({ number }) => String(number)],
  ['Estado', ({ status }) => VERSION_STATUS_NAMES[status]],
  ['Acuerdo', (row) => approval(row)?.number ?? ''],
  ['Fecha', (row) => approval(row)?.day ?? ''],
  ['Asunto', (row) => approval(row)?.subject ?? ''],
  ['Contenido ilustrativo', ({ illustrative }) => (illustrative ? 'Sí' : 'No')],
]

/**
 * What anybody may take without a session, each counted like the public procedures: `/exports/publico/versiones.csv`,
 * `/exports/publico/archivos/<id>` and `/exports/publico/matrices/<roundId>?formato=xlsx|json`.
 */
export const publicationRoutes: Routes = (app, { deps }) => {
  const idOf = async (request: FastifyRequest<{ Params: { id: string } }>) => {
    await countPublicRequest(deps, request.ip)
    const id = Id.safeParse(request.params.id)
    if (!id.success) throw new Refused({ code: 'NOT_FOUND' })
    return id.data
  }

  app.get('/exports/publico/versiones.csv', async (request, reply) => {
    await countPublicRequest(deps, request.ip)
    const filters = Filters.safeParse(request.query)
    if (!filters.success) throw new Refused({ code: 'NOT_FOUND' })
    const words = wordsOf(filters.data.buscar ?? '')
    return sendCsv(reply, 'versiones-aprobadas.csv', COLUMNS, allVersions(deps, words))
  })

  app.get<{ Params: { id: string } }>('/exports/publico/archivos/:id', async (request, reply) => {
    const id = await idOf(request)
    const upload = found(await publicFile(readerOn(deps.pool), id, deps.clock.now()))
    return sendUpload(deps, request, reply, upload)
  })

  app.get<{ Params: { id: string } }>('/exports/publico/matrices/:id', async (request, reply) => {
    const id = await idOf(request)
    if (!(await isPublicMatrix(readerOn(deps.pool), id))) throw new Refused({ code: 'NOT_FOUND' })
    const asked = PublicFormat.safeParse(request.query)
    if (!asked.success) throw new Refused({ code: 'NOT_FOUND' })
    return sendMatrix(reply, await publicMatrixOfRound(deps, id, asked.data.formato))
  })
}

async function* allVersions(deps: Deps, words: readonly string[]): AsyncGenerator<PublicVersionRow> {
  let after: string | null = null
  do {
    const rows: PublicVersionRow[] = await publicVersions(readerOn(deps.pool), { after, words, limit: PAGE })
    yield* rows.slice(0, PAGE)
    after = rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null
  } while (after !== null)
}
