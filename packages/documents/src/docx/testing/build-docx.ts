import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

export type DocxParts = {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  comments?: string
  header?: string
  /** Addresses of external links by relationship id. */
  links?: Record<string, string>
  /** Whole files to add or put in place of the generated ones; null leaves one out. */
  files?: Record<string, string | Uint8Array | null>
}

const ROOTS = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  comments: 'w:comments',
  header: 'w:hdr',
} as const

/** A .docx with just what a test is about. */
export function buildDocx(parts: DocxParts): Uint8Array {
  const extra = Object.entries(ROOTS).flatMap(([name, root]) => {
    const content = parts[name as keyof typeof ROOTS]
    return content === undefined ? [] : [{ name, xml: `<${root} ${NAMESPACES}>${content}</${root}>` }]
  })
  const relationships = [
    ...extra.map(({ name }) => `<Relationship Id="${name}" Type="${R}/${name}" Target="${name}.xml"/>`),
    ...Object.entries(parts.links ?? {}).map(
      ([id, target]) => `<Relationship Id="${id}" Type="${R}/hyperlink" Target="${target}" TargetMode="External"/>`,
    ),
  ]
  const relationshipsFile = (content: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`
  const files: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="${MAIN_TYPE}"/></Types>`,
    '_rels/.rels': relationshipsFile(`<Relationship Id="d" Type="${R}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': documentXml(parts.body),
    'word/_rels/document.xml.rels': relationshipsFile(relationships.join('')),
    ...Object.fromEntries(extra.map(({ name, xml }) => [`word/${name}.xml`, xml])),
    ...parts.files,
  }
  const contents = Object.entries(files).flatMap(([name, content]) =>
    content === null ? [] : [[name, typeof content === 'string' ? strToU8(content) : content] as const],
  )
  return zipSync(Object.fromEntries(contents))
}

export const documentXml = (body: string): string => `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`

/** A paragraph; `properties` is the content of its w:pPr, and text that begins with `<` is taken as runs. */
export function p(text: string, properties = ''): string {
  const runs = text.startsWith('<') || text === '' ? text : r(text)
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

/** The properties of a paragraph in a list. */
export const inList = (numId: number | string, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

export type LevelSpec = { format: string; text: string; start?: number; extra?: string }

export function abstractNum(id: number, levels: readonly LevelSpec[], extra = ''): string {
  const content = levels.map(
    (level, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${level.start ?? 1}"/><w:numFmt w:val="${level.format}"/>${level.extra ?? ''}<w:lvlText w:val="${level.text}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${extra}${content.join('')}</w:abstractNum>`
}

export const num = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`

export const startOverride = (level: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
