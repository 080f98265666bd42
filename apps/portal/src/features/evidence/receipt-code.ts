const MOST = 64

/**
 * The receipt's code in what somebody typed or pasted: the code itself, with the spaces that a line break leaves, or the
 * whole address of `/verificar/<code>`. Null when there is none.
 */
export function receiptCode(typed: string): string | null {
  const [, fromAddress] = /\/verificar\/([^/?#\s]+)/.exec(typed) ?? []
  const code = (fromAddress ?? typed).replace(/\s+/g, '')
  return /^[\w-]+$/.test(code) && code.length <= MOST ? code : null
}
