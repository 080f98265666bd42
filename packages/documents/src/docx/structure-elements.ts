import { ParagraphDraft } from './paragraph-draft.ts'
import type { Ending, Handler, Handlers, ReadingState } from './reading-state.ts'
import { newFlow } from './reading-state.ts'
import { isOn, wholeNumber } from './style-sheet.ts'
import { TableDraft } from './table-draft.ts'

/** Paragraphs, tables, text boxes, content controls, and the alternatives of one content. */
export const STRUCTURE: Handlers = [
  ['w:p', beginParagraph],
  ['w:tbl', beginTable],
  ['w:tr', (state) => state.tables.at(-1)?.beginRow()],
  ['w:tblHeader', (state, element) => state.tables.at(-1)?.setHeader(isOn(element.attribute('w:val')))],
  ['w:gridBefore', (state, element) => state.tables.at(-1)?.skipColumns(wholeNumber(element.attribute('w:val')) ?? 0)],
  ['w:tc', beginCell],
  ['w:gridSpan', (state, element) => state.tables.at(-1)?.setColumns(wholeNumber(element.attribute('w:val')) ?? 1)],
  ['w:vMerge', (state, element) => state.tables.at(-1)?.mergeDown(element.attribute('w:val') === 'restart')],
  ['w:hMerge', (state, element) => state.tables.at(-1)?.mergeLeft(element.attribute('w:val') === 'restart')],
  ['w:txbxContent', beginTextBox],
  ['w:sdtContent', beginControl],
  ['mc:AlternateContent', beginAlternates],
  ['mc:Choice', beginChoice],
  // The same content once more, for readers that do not know the first form: it counts once.
  ['mc:Fallback', (state) => (state.alternates.at(-1)?.taken === true ? 'skip' : undefined)],
]

function beginParagraph({ context, flow }: ReadingState): Ending {
  context.countBlock()
  const outer = flow.paragraph
  const paragraph = new ParagraphDraft(context.styles.defaultParagraph)
  flow.paragraph = paragraph
  return () => {
    flow.fields.endParagraph()
    flow.sink.push(paragraph.finish())
    // What a text box says stands behind the paragraph to which it is anchored.
    for (const block of flow.boxes.splice(0)) flow.sink.push(block)
    flow.paragraph = outer
  }
}

function beginTable(state: ReadingState): Ending {
  const table = new TableDraft()
  const sink = state.flow.sink
  state.tables.push(table)
  return () => {
    state.tables.pop()
    sink.push(table.finish())
  }
}

function beginCell(state: ReadingState): Ending | undefined {
  const flow = state.flow
  const outer = flow.sink
  const cell = state.tables.at(-1)?.beginCell()
  if (!cell) return undefined
  flow.sink = cell
  return () => {
    flow.sink = outer
  }
}

function beginTextBox(state: ReadingState): Ending {
  const outer = state.flow
  const inner = newFlow()
  const end = state.beginSpan('TEXT_BOX')
  for (const drawing of state.drawings) drawing.box = true
  state.flow = inner
  return () => {
    end()
    state.flow = outer
    for (const block of inner.sink) outer.boxes.push(block)
  }
}

function beginControl(state: ReadingState): Ending {
  const end = state.controls === 0 ? state.beginSpan('CONTENT_CONTROL') : null
  state.controls++
  return () => {
    state.controls--
    end?.()
  }
}

function beginAlternates(state: ReadingState): Ending {
  state.alternates.push({ taken: false })
  return () => void state.alternates.pop()
}

function beginChoice(state: ReadingState): ReturnType<Handler> {
  const alternate = state.alternates.at(-1)
  if (!alternate) return undefined
  if (alternate.taken) return 'skip'
  const before = state.shown
  return () => {
    alternate.taken = state.shown > before
  }
}
