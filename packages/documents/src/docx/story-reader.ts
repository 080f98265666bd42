import type { Archive } from './archive.ts'
import { INLINE } from './inline-elements.ts'
import { PROPERTIES } from './property-elements.ts'
import type { Ending, Handler, StoryContext } from './reading-state.ts'
import { newFlow, ReadingState } from './reading-state.ts'
import type { DocxLimits } from './refusal.ts'
import { charactersOf } from './run-text.ts'
import type { Block } from './story.ts'
import { STRUCTURE } from './structure-elements.ts'
import type { XmlElement, XmlVisitor } from './xml.ts'
import { readXml } from './xml.ts'

const HANDLERS: ReadonlyMap<string, Handler> = new Map([...STRUCTURE, ...PROPERTIES, ...INLINE])

/** Former properties of tracked changes, and properties that say nothing about the text. */
const PASSED_OVER = new Set(
  ['pPr', 'rPr', 'tblPr', 'tblPrEx', 'trPr', 'tcPr', 'sectPr', 'tblGrid', 'numbering']
    .map((name) => `w:${name}Change`)
    .concat('w:tabs', 'w:sectPr', 'w:tblPr', 'w:tblGrid', 'w:sdtPr', 'w:sdtEndPr', 'w:rubyPr', 'w:framePr'),
)

/** The lines that Word draws above notes are stored as notes. */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

/**
 * Reads a WordprocessingML part as a stream. `container` is the element that holds a story: `w:body`, or `w:footnote`,
 * of which a part has many; the stories are returned by their id ('' where there is none).
 */
export function readStories(
  archive: Archive,
  part: string,
  container: string,
  limits: DocxLimits,
  context: StoryContext,
): ReadonlyMap<string, readonly Block[]> {
  const stories = new Map<string, Block[]>()
  readXml(archive, part, limits, visitorOf(new ReadingState(context), container, stories))
  return stories
}

function visitorOf(state: ReadingState, container: string, stories: Map<string, Block[]>): XmlVisitor {
  const open: { name: string; end: Ending | undefined }[] = []
  let skipping = 0

  function begin(element: XmlElement): ReturnType<Handler> {
    if (element.name === container) {
      if (SEPARATORS.has(element.attribute('w:type') ?? '')) return 'skip'
      state.flow = newFlow()
      stories.set(element.attribute('w:id') ?? '', state.flow.sink)
      return undefined
    }
    const parent = open.at(-1)?.name
    if (parent === 'w:r') {
      const characters = charactersOf(element)
      if (characters !== null) state.emit(characters)
    }
    return HANDLERS.get(element.name)?.(state, element, { parent, grandparent: open.at(-2)?.name })
  }

  return {
    open(element) {
      const outcome = skipping > 0 || PASSED_OVER.has(element.name) ? 'skip' : begin(element)
      if (outcome === 'skip') skipping++
      else open.push({ name: element.name, end: outcome ?? undefined })
    },
    close() {
      if (skipping > 0) skipping--
      else open.pop()?.end?.()
    },
    text(text) {
      if (skipping > 0 || state.target === null) return
      if (state.target === 'code') state.flow.fields.instruct(text)
      else state.emit(text.replaceAll(/[\t\r\n]+/g, ' '), state.target === 'deleted' || state.deletions > 0)
    },
  }
}
