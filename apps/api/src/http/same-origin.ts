import type { IncomingHttpHeaders } from 'node:http'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in Sec-Fetch-Site or, over plain
 * http, in Origin; what sends neither is no browser, carries no cookie of somebody else and may pass.
 */
export function isSameOrigin(method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean {
  if (SAFE.has(method)) return true
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin'
  const { origin } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return origin === new URL(publicUrl).origin || new URL(origin).host === headers.host
}
