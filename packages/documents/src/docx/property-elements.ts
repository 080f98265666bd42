import type { ParagraphDraft } from './paragraph-draft.ts'
import type { Handler, Handlers, ReadingState } from './reading-state.ts'
import { newRun } from './reading-state.ts'
import { isOn, isRunProperty, RUN_PROPERTIES, wholeNumber } from './style-sheet.ts'

/** What paragraphs and runs say about themselves. */
export const PROPERTIES: Handlers = [
  ['w:pStyle', ofParagraph((paragraph, value) => (paragraph.styleId = value ?? paragraph.styleId))],
  ['w:numId', ofParagraph((paragraph, value) => (paragraph.numId = value ?? null))],
  ['w:ilvl', ofParagraph((paragraph, value) => (paragraph.level = wholeNumber(value)))],
  ['w:outlineLvl', ofParagraph((paragraph, value) => (paragraph.outline = wholeNumber(value)))],
  ['w:r', beginRun],
  ['m:r', beginRun],
  ['w:rStyle', ofRun((state, value) => (state.run.style = value ?? null))],
  ...Object.keys(RUN_PROPERTIES)
    .filter(isRunProperty)
    .map((name) => [name, ofRun(({ run }, value) => (run.direct[RUN_PROPERTIES[name]] = isOn(value)))] as const),
]

function ofParagraph(set: (paragraph: ParagraphDraft, value: string | undefined) => void): Handler {
  return (state, element, { parent }) => {
    const paragraph = state.flow.paragraph
    if (paragraph && (parent === 'w:pPr' || parent === 'w:numPr')) set(paragraph, element.attribute('w:val'))
  }
}

/** The same properties inside w:pPr format the paragraph mark, not the text. */
function ofRun(set: (state: ReadingState, value: string | undefined) => void): Handler {
  return (state, element, { parent, grandparent }) => {
    if (parent === 'w:rPr' && (grandparent === 'w:r' || grandparent === 'm:r')) set(state, element.attribute('w:val'))
  }
}

function beginRun(state: ReadingState): () => void {
  const outer = state.run
  state.run = newRun()
  // A run may hold a text box with runs of its own.
  return () => {
    state.run = outer
  }
}
