/** The nonce under which this page may add styles: the server writes it into the page, a new one each time. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

declare global {
  var __webpack_nonce__: string | undefined
}

/** The scroll lock of dialogs adds a style of its own and looks for the nonce under this name, whatever the bundler. */
export function announceStyleNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce()
}
