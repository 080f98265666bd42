/** A connection to `/live` on which a test says what arrives. Without a test it stays silent. */
export class SilentEventSource extends EventTarget {
  /** Those opened during the present test, oldest first. */
  static readonly opened: SilentEventSource[] = []

  readonly url: string
  readyState = 0

  constructor(url: string | URL) {
    super()
    this.url = String(url)
    SilentEventSource.opened.push(this)
  }

  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  say(event: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }))
  }

  /** `final`: the browser gives up, as it does when the answer is not a stream. */
  fail(final: boolean): void {
    this.readyState = final ? 2 : 0
    this.dispatchEvent(new Event('error'))
  }

  close(): void {
    this.readyState = 2
  }
}
