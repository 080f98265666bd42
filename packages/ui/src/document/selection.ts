export type TextSelection = { clauseId: string; start: number; end: number; quote: string }

const nodeElement = (node: Node | null): Element | null =>
  node === null ? null : node instanceof Element ? node : node.parentElement

/** The offset in its clause's text of a point of the document, by the `data-offset` of the text around it. */
function offsetOf(container: Element, node: Node, offset: number): number {
  const range = container.ownerDocument.createRange()
  range.selectNodeContents(container)
  range.setEnd(node, offset)
  return Number(container.getAttribute('data-offset')) + range.toString().length
}

/**
 * What the person selected with pointer or keyboard, if it lies in one clause. The text on the screen is the clause's
 * text to the letter: each stretch of it carries the offset at which it begins.
 */
export function selectedText(selection: Selection | null): TextSelection | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = nodeElement(range.startContainer)?.closest('[data-offset]')
  const to = nodeElement(range.endContainer)?.closest('[data-offset]')
  const clause = from?.closest('[data-clause-id]')
  if (!from || !to || !clause || to.closest('[data-clause-id]') !== clause) return null
  const start = offsetOf(from, range.startContainer, range.startOffset)
  const end = offsetOf(to, range.endContainer, range.endOffset)
  if (end <= start) return null
  return { clauseId: clause.getAttribute('data-clause-id') ?? '', start, end, quote: selection.toString() }
}
