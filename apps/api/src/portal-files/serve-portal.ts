import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuseWith } from '../http/answers.ts'
import { pagePolicy } from '../http/security-headers.ts'
import { readBuiltFiles, type BuiltFile, type Encoding } from './built-files.ts'

const PAGE = '/index.html'
const NONCE = '__CSP_NONCE__'
/** Below these nothing is a page of the portal: what is not there is not there. */
const NO_PAGES = /^\/(?:trpc|auth|health|files|live|exports|receipts|assets)(?:\/|$)/

const NOT_BUILT =
  'El portal no está construido. Deténgalo e inícielo con `npm start`, que lo construye, o ejecute `pnpm build`.\n'

/**
 * Serves the built portal: its files as they are, and its one page for every address that a person may open. The page
 * carries a nonce of its own each time, which the content-security-policy of the same answer names.
 * @returns whether there is a portal to serve
 */
export async function servePortal(app: FastifyInstance, directory: string): Promise<boolean> {
  const fileAt = await readBuiltFiles(directory)
  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseWith(reply, { code: 'NOT_FOUND' })
    const file = path === PAGE ? undefined : fileAt(path)
    if (file) return await sendFile(request, reply, await file)
    if (NO_PAGES.test(path) || !isNavigation(request, path)) return refuseWith(reply, { code: 'NOT_FOUND' })
    const page = fileAt(PAGE)
    return page ? sendPage(reply, await page) : reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
  })
  return fileAt(PAGE) !== undefined
}

function pathOf(request: FastifyRequest): string {
  const path = request.url.split('?', 1)[0] ?? '/'
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Browsers say that they open a page. Who takes anything (curl, a link checker) gets it too, where no file is named. */
function isNavigation({ headers }: FastifyRequest, path: string): boolean {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined) return destination === 'document'
  const accept = headers.accept ?? '*/*'
  return accept.includes('text/html') || (accept.includes('*/*') && !/\.[^/]*$/.test(path))
}

function sendPage(reply: FastifyReply, page: BuiltFile): FastifyReply {
  const nonce = randomBytes(18).toString('base64url')
  return reply
    .headers({ 'content-security-policy': pagePolicy(nonce), 'cache-control': 'no-store' })
    .type(page.type)
    .send(page.plain.toString('utf8').replaceAll(NONCE, nonce))
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: BuiltFile): Promise<FastifyReply> {
  reply.headers({
    etag: file.etag,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  reply.type(file.type)
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  if (encoding === null || file.compressed === null) return reply.send(file.plain)
  return reply.header('content-encoding', encoding).send(await file.compressed(encoding))
}

function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  const accepted = String(header ?? '')
    .split(',')
    .map((coding) => coding.trim().split(';'))
    .filter(([, quality]) => !/^\s*q=0(?:\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name)
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}
