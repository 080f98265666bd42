import { Id } from '@portal/contracts'
import type { Person } from '@portal/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { Refused } from '../refused.ts'
import { matrixOfRound } from './matrix-of-round.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files that are made of what the actor may see. `actorOf` gives the signed-in person, null without one. */
export function registerExports(
  app: FastifyInstance,
  deps: Deps,
  actorOf: (request: FastifyRequest) => Promise<Person | null>,
): void {
  app.get<{ Params: { id: string } }>('/exports/rounds/:id/matrix.xlsx', async (request, reply) => {
    const actor = await actorOf(request)
    if (!actor) return refuse(reply, 401, 'NOT_SIGNED_IN')
    const id = Id.safeParse(request.params.id)
    if (!id.success) return refuse(reply, 404, 'NOT_FOUND')
    try {
      const { name, workbook } = await matrixOfRound(deps, actor, id.data)
      return await reply
        .header('content-type', XLSX)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(workbook.buffer, workbook.byteOffset, workbook.byteLength))
    } catch (error) {
      if (error instanceof Refused) return refuse(reply, 404, error.refusal.code)
      throw error
    }
  })
}

const refuse = (reply: FastifyReply, status: number, code: string) => reply.code(status).send({ refusal: { code } })
