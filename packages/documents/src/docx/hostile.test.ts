import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importDocx } from './import-docx.ts'
import type { DocxLimits } from './refusal.ts'
import { buildDocx, documentXml, inList, num, p } from './testing/build-docx.ts'

const good = buildDocx({ body: p('1. Uno') + p('Dos') })

function refusalOf(bytes: Uint8Array, limits: Partial<DocxLimits> = {}): unknown {
  const outcome = importDocx(bytes, limits)
  return outcome.ok ? 'accepted' : outcome.refusal
}

const withDocument = (xml: string | Uint8Array): Uint8Array =>
  buildDocx({ body: '', files: { 'word/document.xml': xml } })

describe('a file that is no Word document', () => {
  it.each([
    ['nothing', new Uint8Array(), 'OTHER'],
    ['a text', new TextEncoder().encode('Hola'), 'OTHER'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7'), 'PDF'],
    ['another archive', zipSync({ 'a.txt': new Uint8Array([1]) }), 'OTHER_ZIP'],
    [
      'a workbook',
      buildDocx({
        body: '',
        files: {
          '[Content_Types].xml':
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        },
      }),
      'OTHER_ZIP',
    ],
  ])('is refused: %s', (_, bytes, found) => {
    expect(refusalOf(bytes)).toEqual({ code: 'NOT_DOCX', found })
  })

  it('is told apart from an encrypted one by what it holds', () => {
    const ole = (stream: string): Uint8Array =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')])
    expect(refusalOf(ole('EncryptedPackage'))).toEqual({ code: 'ENCRYPTED' })
    expect(refusalOf(ole('WordDocument'))).toEqual({ code: 'NOT_DOCX', found: 'LEGACY_WORD' })
  })
})

describe('a dangerous file', () => {
  it('is refused when it carries macros, by name or by type', () => {
    expect(refusalOf(buildDocx({ body: p('Uno'), files: { 'word/vbaProject.bin': 'x' } }))).toEqual({
      code: 'MACROS',
      part: 'word/vbaproject.bin',
    })
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    expect(refusalOf(buildDocx({ body: p('Uno'), files: { '[Content_Types].xml': types } }))).toEqual({
      code: 'MACROS',
      part: '/word/document.xml',
    })
  })

  it('is refused when an entry is encrypted', () => {
    const bytes = good.slice()
    const view = new DataView(bytes.buffer)
    const directory = view.getUint32(bytes.length - 6, true)
    view.setUint16(directory + 8, view.getUint16(directory + 8, true) | 1, true)
    expect(refusalOf(bytes)).toEqual({ code: 'ENCRYPTED' })
  })

  it('is refused when it is too large, before or while it is read', () => {
    expect(refusalOf(good, { inputBytes: 100 })).toEqual({
      code: 'TOO_LARGE',
      measure: 'inputBytes',
      limit: 100,
      size: good.length,
    })
    expect(refusalOf(good, { entries: 2 })).toMatchObject({ code: 'TOO_LARGE', measure: 'entries', size: 4 })
    const bomb = withDocument(documentXml(p(' '.repeat(3_000_000))))
    expect(bomb.length).toBeLessThan(10_000)
    expect(refusalOf(bomb, { inflatedBytes: 1_000_000 })).toMatchObject({ code: 'TOO_LARGE', measure: 'inflatedBytes' })
    expect(refusalOf(bomb, { partBytes: 1_000_000 })).toMatchObject({ code: 'TOO_LARGE', measure: 'partBytes' })
  })

  it('is refused when an entry is larger than it declares', () => {
    const bomb = withDocument(documentXml(p(' '.repeat(3_000_000))))
    const view = new DataView(bomb.buffer)
    let at = view.getUint32(bomb.length - 6, true)
    while (view.getUint32(at, true) === 0x02014b50) {
      if (view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 10, true)
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    expect(refusalOf(bomb, { partBytes: 1_000_000 })).toMatchObject({ code: 'TOO_LARGE', measure: 'partBytes' })
    expect(refusalOf(bomb)).toEqual({ code: 'DAMAGED', part: 'word/document.xml' })
  })

  it('is refused when it has too many paragraphs or nests too deep', () => {
    expect(refusalOf(withDocument(documentXml('<w:p/>'.repeat(1_000_000))))).toEqual({
      code: 'TOO_LARGE',
      measure: 'blocks',
      limit: 50_000,
      size: 50_001,
    })
    const deep = documentXml('<w:sdt>'.repeat(100_000))
    expect(refusalOf(withDocument(deep))).toMatchObject({ code: 'TOO_LARGE', measure: 'nesting' })
  })

  it('is refused when it declares entities or a document type', () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
    const xml = `<!DOCTYPE x [<!ENTITY l0 "ja">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]>${documentXml(p('&l9;&f;'))}`
    expect(refusalOf(withDocument(xml))).toEqual({ code: 'DAMAGED', part: 'word/document.xml' })
    expect(refusalOf(withDocument(documentXml(p('&nada;'))))).toEqual({ code: 'DAMAGED', part: 'word/document.xml' })
  })

  it('can not make a label, a style or a note grow without bound', () => {
    const levels = `<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${'%1'.repeat(5000)}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${num(1, 0)}`
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    const outcome = importDocx(
      buildDocx({
        numbering,
        styles,
        body:
          p('Uno', inList(1)) +
          p('Dos', '<w:pStyle w:val="A"/>') +
          p('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(2000)),
        footnotes: `<w:footnote w:id="1">${p('x'.repeat(10_000))}</w:footnote>`,
      }),
    )
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(outcome.value.clauses[0]?.number).toHaveLength(60)
    expect(outcome.value.clauses).toHaveLength(3)
  })
})

describe('a damaged file', () => {
  it('is refused when its document is missing, broken or outside of it', () => {
    const target = (to: string): Uint8Array =>
      buildDocx({
        body: p('Uno'),
        files: {
          '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${to}"/></Relationships>`,
        },
      })
    expect(refusalOf(buildDocx({ body: '', files: { 'word/document.xml': null } }))).toEqual({
      code: 'DAMAGED',
      part: 'word/document.xml',
    })
    expect(refusalOf(target('../../etc/passwd'))).toEqual({ code: 'DAMAGED', part: 'etc/passwd' })
    expect(refusalOf(target('/WORD/../word/document.xml'))).toBe('accepted')
    expect(refusalOf(withDocument('<w:document>'))).toEqual({ code: 'DAMAGED', part: 'word/document.xml' })
    expect(refusalOf(withDocument(new Uint8Array([0x3c, 0xff, 0xfe])))).toEqual({
      code: 'DAMAGED',
      part: 'word/document.xml',
    })
  })

  it('is refused wherever it is cut', () => {
    for (let length = 2; length < good.length; length += 7) {
      expect(refusalOf(good.subarray(0, length))).toEqual({ code: 'DAMAGED', part: null })
    }
  })

  it('is refused when it has two parts of one name', () => {
    const two = zipSync({ a: new Uint8Array(), A: new Uint8Array(), '[Content_Types].xml': new Uint8Array() })
    expect(refusalOf(two)).toEqual({ code: 'DAMAGED', part: 'a' })
  })

  it('never makes the reader throw, whatever bytes are changed', () => {
    const change = fc.record({ at: fc.nat(good.length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = good.slice()
        for (const { at, to } of changes) bytes[at] = to
        expect(() => importDocx(bytes)).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })

  it('never makes the reader throw, whatever elements stand in whatever order', () => {
    const names =
      'p r t tbl tr tc sdt sdtContent txbxContent hyperlink ins del fldChar br footnoteReference pPr rPr numPr vMerge drawing'
    const element = fc.constantFrom(...names.split(' '))
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constant('texto'),
        fc
          .tuple(element, fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inner]) => `<w:${name}>${inner.join('')}</w:${name}>`),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (nodes) => {
        expect(() => importDocx(withDocument(documentXml(nodes.join(''))))).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('is refused when nothing in it can be read as words', () => {
    expect(refusalOf(buildDocx({ body: p('') + p(' ') }))).toEqual({ code: 'EMPTY' })
  })
})
