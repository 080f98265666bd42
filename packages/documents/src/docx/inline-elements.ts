import { safeHref } from './links.ts'
import type { Ending, Handler, Handlers, ReadingState } from './reading-state.ts'
import { excerptOf } from './rich-text.ts'
import type { NoteReference } from './story.ts'
import type { XmlElement } from './xml.ts'

/** What runs hold: text, tracked changes, links, fields, notes, pictures. */
export const INLINE: Handlers = [
  ['w:t', collect('text')],
  ['m:t', collect('text')],
  ['w:delText', collect('deleted')],
  ['w:instrText', collect('code')],
  ['w:ins', beginInsertion],
  ['w:moveTo', beginInsertion],
  ['w:del', beginDeletion],
  ['w:moveFrom', beginDeletion],
  ['w:hyperlink', beginHyperlink],
  ['w:fldChar', (state, element) => fieldCharacter(state, element.attribute('w:fldCharType'))],
  ['w:fldSimple', beginSimpleField],
  ['w:footnoteReference', (state, element) => refer(state, 'footnote', element)],
  ['w:endnoteReference', (state, element) => refer(state, 'endnote', element)],
  ['w:commentReference', (state, element) => void state.flow.paragraph?.comments.push(element.attribute('w:id') ?? '')],
  ['w:drawing', beginDrawing],
  ['w:pict', beginDrawing],
  ['w:object', beginDrawing],
  ['wp:docPr', (state, element) => describe(state, element.attribute('descr') ?? element.attribute('title'))],
  ['v:shape', (state, element) => describe(state, element.attribute('alt'))],
]

/** Inside properties these elements mark the paragraph's end, a row or a number as tracked, and hold no text. */
const PROPERTY_GROUPS = new Set(['w:rPr', 'w:trPr', 'w:tcPr', 'w:numPr'])

function collect(target: ReadingState['target']): Handler {
  return (state) => {
    const outer = state.target
    state.target = target
    return () => {
      state.target = outer
    }
  }
}

function beginInsertion(state: ReadingState, _: XmlElement, { parent }: Parameters<Handler>[2]): Ending | undefined {
  return parent !== undefined && PROPERTY_GROUPS.has(parent) ? undefined : state.beginSpan('TRACKED_INSERTION')
}

function beginDeletion(state: ReadingState, _: XmlElement, path: Parameters<Handler>[2]): Ending | undefined {
  if (path.parent !== undefined && PROPERTY_GROUPS.has(path.parent)) {
    if (path.grandparent === 'w:pPr' && state.flow.paragraph) state.flow.paragraph.markDeleted = true
    return undefined
  }
  const end = state.beginSpan('TRACKED_DELETION')
  state.deletions++
  return () => {
    state.deletions--
    end()
  }
}

function beginHyperlink(state: ReadingState, element: XmlElement): Ending {
  const target = state.context.links.get(element.attribute('r:id') ?? '')
  const anchor = element.attribute('w:anchor')
  const address = target !== undefined && anchor !== undefined && !target.includes('#') ? `${target}#${anchor}` : target
  state.hrefs.push(address === undefined ? null : safeHref(address))
  return () => void state.hrefs.pop()
}

function fieldCharacter(state: ReadingState, type: string | undefined): void {
  const { fields } = state.flow
  if (type === 'begin') fields.begin()
  if (type === 'separate') state.follow(fields.separate())
  if (type === 'end') state.unfollow(fields.end())
}

function beginSimpleField(state: ReadingState, element: XmlElement): Ending {
  const { fields } = state.flow
  fields.begin()
  fields.instruct(element.attribute('w:instr') ?? '')
  state.follow(fields.separate())
  return () => state.unfollow(fields.end())
}

function refer(state: ReadingState, kind: NoteReference['kind'], element: XmlElement): void {
  if (state.deletions > 0) return
  state.shown++
  state.flow.paragraph?.notes.push({ kind, id: element.attribute('w:id') ?? '' })
}

function beginDrawing(state: ReadingState): Ending {
  const drawing = { alt: '', box: false }
  const paragraph = state.flow.paragraph
  state.drawings.push(drawing)
  return () => {
    state.drawings.pop()
    if (drawing.box || state.deletions > 0) return
    state.shown++
    paragraph?.findings.push({ code: 'IMAGE', excerpt: excerptOf(drawing.alt) })
  }
}

function describe(state: ReadingState, alt: string | undefined): void {
  const drawing = state.drawings.at(-1)
  if (drawing && drawing.alt === '') drawing.alt = alt ?? ''
}
