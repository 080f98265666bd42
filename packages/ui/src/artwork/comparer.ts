import type { CompareOptions, PageComparison } from './compare-pages.ts'
import type { CompareRequest } from './compare-worker.ts'
import type { PageImage } from './raster.ts'

/** Compares two pages away from the screen's own thread: nobody waits for it while they scroll or type. */
export class Comparer {
  readonly #worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' })
  #asked = 0

  constructor(before: PageImage, after: PageImage) {
    this.#send({ kind: 'pages', before, after })
  }

  /** What was asked last counts: to what was asked before there is no answer any more. */
  async compare(options: CompareOptions): Promise<PageComparison | null> {
    const id = ++this.#asked
    const { promise, resolve, reject } = Promise.withResolvers<PageComparison | null>()
    const settled = new AbortController()
    const { signal } = settled
    this.#worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ id: number; comparison: PageComparison }>) => {
        if (data.id === id) resolve(id === this.#asked ? data.comparison : null)
      },
      { signal },
    )
    this.#worker.addEventListener('error', (event) => reject(new Error(event.message)), { signal })
    this.#send({ kind: 'compare', id, options })
    try {
      return await promise
    } finally {
      settled.abort()
    }
  }

  close(): void {
    this.#worker.terminate()
  }

  #send(request: CompareRequest): void {
    this.#worker.postMessage(request, { transfer: [] })
  }
}
