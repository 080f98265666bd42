import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { doAgain } from './acts.ts'
import { ACT_NAMES, READ_NAMES, type ActCommand, type FloorPlan } from './plan.ts'
import { READS } from './reads.ts'

/*
 * The floor: `node:http` and `pg`, and nothing else. No session, no rights, no validation, no log. It cannot be built
 * on; it tells how fast anything on this machine, this runtime and this database could be at all.
 */

const JSON_TYPES: ReadonlySet<number> = new Set<number>([pg.types.builtins.JSON, pg.types.builtins.JSONB])

/** JSON columns stay the text that PostgreSQL wrote. */
const unparsedJson: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    JSON_TYPES.has(id) ? (text: string) => text : pg.types.getTypeParser(id, format ?? 'text'),
}

process.once('message', (plan: FloorPlan) => {
  const pool = new pg.Pool({ connectionString: plan.url, max: plan.connections, types: unparsedJson })
  const server = createServer((request, response) => {
    answer(plan, pool, request).then(
      (body) => {
        const bytes = typeof body === 'string' ? Buffer.from(body) : body
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes)
      },
      (error: unknown) => fail(response, error),
    )
  })
  server.listen(0, '127.0.0.1', () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
})
// Whoever started us has gone.
process.once('disconnect', () => process.exit(0))

async function answer(plan: FloorPlan, pool: pg.Pool, request: IncomingMessage): Promise<string | Uint8Array> {
  const [, asked, variant] = (request.url ?? '').split('/')
  const read = READ_NAMES.find((name) => name === asked)
  if (read) return await READS[read](pool, plan.reads[read][Number(variant)] ?? [], plan.publicUrl)
  const act = ACT_NAMES.find((name) => name === asked)
  if (act) return await doAgain(pool, plan.acts[act], await bodyOf(request))
  throw new Error(`the floor has no ${request.url}`)
}

function bodyOf(request: IncomingMessage): Promise<ActCommand> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())))
    request.on('error', reject)
  })
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error)
  response.writeHead(500).end()
}
