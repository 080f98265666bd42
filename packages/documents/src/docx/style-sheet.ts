import type { Archive } from './archive.ts'
import type { DocxLimits } from './refusal.ts'
import { readXml } from './xml.ts'

export type RunProperties = {
  bold?: boolean
  italic?: boolean
  underline?: boolean
  strike?: boolean
  hidden?: boolean
}

type Style = {
  id: string
  /** The built-in name in English ("heading 1", "Title"), which Word writes whatever its language. */
  name: string
  basedOn: string | null
  numId: string | null
  level: number | null
  outline: number | null
  run: RunProperties
}

export type StyleSheet = {
  /** The style and those it is based on, nearest first. */
  chain(id: string | null): readonly Style[]
  defaultParagraph: string | null
}

export const RUN_PROPERTIES = {
  'w:b': 'bold',
  'w:i': 'italic',
  'w:u': 'underline',
  'w:strike': 'strike',
  'w:dstrike': 'strike',
  'w:vanish': 'hidden',
} as const satisfies Record<string, keyof RunProperties>

export const isRunProperty = (name: string): name is keyof typeof RUN_PROPERTIES => Object.hasOwn(RUN_PROPERTIES, name)

/** On unless it says off; `none` is how an underline says off. */
export const isOn = (value: string | undefined): boolean => !/^(0|false|off|none)$/i.test(value ?? 'true')

/** A whole number of the file, kept within what a counter can be; null where it is no number. */
export function wholeNumber(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? null : Math.min(Math.max(number, -1), 32_767)
}

export function readStyleSheet(archive: Archive, part: string | null, limits: DocxLimits): StyleSheet {
  const styles = new Map<string, Style>()
  let defaultParagraph: string | null = null
  let style: Style | null = null
  const open: string[] = []
  if (part !== null && archive.has(part)) {
    readXml(archive, part, limits, {
      open(element) {
        const parent = open.at(-1)
        open.push(element.name)
        if (element.name === 'w:style') {
          const id = element.attribute('w:styleId') ?? ''
          style = { id, name: '', basedOn: null, numId: null, level: null, outline: null, run: {} }
          if (!styles.has(id)) styles.set(id, style)
          const isDefault = element.attribute('w:default')
          if (element.attribute('w:type') === 'paragraph' && isDefault !== undefined && isOn(isDefault)) {
            defaultParagraph = id
          }
          return
        }
        if (style === null) return
        const value = element.attribute('w:val')
        if (parent === 'w:rPr' && open.at(-3) === 'w:style' && isRunProperty(element.name)) {
          style.run[RUN_PROPERTIES[element.name]] = isOn(value)
        } else if (parent === 'w:style' || parent === 'w:pPr' || parent === 'w:numPr') {
          if (element.name === 'w:name') style.name = value ?? ''
          if (element.name === 'w:basedOn') style.basedOn = value ?? null
          if (element.name === 'w:outlineLvl') style.outline = wholeNumber(value)
          if (element.name === 'w:numId') style.numId = value ?? null
          if (element.name === 'w:ilvl') style.level = wholeNumber(value)
        }
      },
      close(name) {
        open.pop()
        if (name === 'w:style') style = null
      },
    })
  }
  return { defaultParagraph, chain: chainsOf(styles) }
}

function chainsOf(styles: ReadonlyMap<string, Style>): StyleSheet['chain'] {
  const known = new Map<string | null, readonly Style[]>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const chain: Style[] = []
    // A style may claim to be based on itself, and a chain may be as long as the file.
    for (let next = id; next !== null && chain.length < 20;) {
      const style = styles.get(next)
      if (!style || chain.includes(style)) break
      chain.push(style)
      next = style.basedOn
    }
    known.set(id, chain)
    return chain
  }
}
