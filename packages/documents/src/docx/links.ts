const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address of a link when a reader may follow it; null for scripts, local files and what is no address at all. */
export function safeHref(target: string): string | null {
  const address = URL.parse(target.trim())
  if (!address || !SAFE.has(address.protocol) || address.href.length > 2048) return null
  return address.href
}

/** The address in the code of a field: `HYPERLINK "https://…" \o "…"`. Links inside the document have none. */
export function hrefOfField(instruction: string): string | null {
  const target = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction)
  return target ? safeHref(target[1] ?? target[2] ?? '') : null
}
