import type { Readable } from 'node:stream'

/** Where the bytes of files live, addressed by their SHA-256. */
export type FileStore = {
  /**
   * Keeps a stream's bytes, never all of them in memory; what exists already is kept once.
   * @param accept looks at the content once it has arrived; what it throws leaves nothing behind
   * @throws FileTooLarge beyond `limitBytes`, and what `isDiskFull` knows; neither leaves anything behind
   */
  put: (
    bytes: AsyncIterable<Uint8Array>,
    limitBytes: number,
    accept?: (content: Arrived) => void | Promise<void>,
  ) => Promise<Stored>
  /** `end` is inclusive. The stream fails when there is no such file. */
  open: (sha256: string, range?: { start: number; end: number }) => Readable
  read: (sha256: string) => Promise<Buffer>
  has: (sha256: string) => Promise<boolean>
}

export type Stored = {
  /** Lower-case hex. */
  sha256: string
  bytes: number
}

/** The first and the last kilobytes of a file; of a small one both are all of it. */
export type Ends = { head: Buffer; tail: Buffer; bytes: number }

/** What has arrived and is not kept yet. */
export type Arrived = Ends & { open: () => Readable }

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge'
  /** At least this many arrived. */
  readonly bytes: number

  constructor(bytes: number) {
    super(`more than the limit: ${bytes} bytes or more`)
    this.bytes = bytes
  }
}
