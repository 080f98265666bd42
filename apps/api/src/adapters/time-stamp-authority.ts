import { readTimeStamp, timeStampRequest, TimeStampFault, tokenOfResponse, type TimeStamp } from '../acts/time-stamp.ts'
import type { Certificate } from 'pkijs'

const PATIENCE_MS = 15_000
/** A stamp with its certificates is a few thousand bytes; more than this is something else. */
const LARGEST = 256 * 1024

export type TimeStampAuthority = {
  /** A stamp on that message, checked before it is given. @throws TimeStampFault, or what `fetch` throws */
  stamp: (message: Buffer) => Promise<{ token: Buffer; stamp: TimeStamp }>
}

/** An authority of RFC 3161 that is asked over HTTP (section 3.4). */
export function timeStampAuthority(url: string, roots: readonly Certificate[] | null): TimeStampAuthority {
  return {
    stamp: async (message) => {
      const request = timeStampRequest(message)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: new Uint8Array(request.body),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const body = response.ok ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0)
      if (!response.ok || body.length > LARGEST) {
        throw new TimeStampFault(`la autoridad respondió ${response.status}, ${body.length} bytes`)
      }
      const token = tokenOfResponse(body, request)
      const stamp = await readTimeStamp(token, message, roots)
      if (stamp.trusted === false) throw new TimeStampFault(`la raíz de ${stamp.authority} no es de las de TSA_CA`)
      return { token, stamp }
    },
  }
}
