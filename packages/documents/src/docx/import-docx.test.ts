import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abstractNum, inList, num, p, r } from './testing/build-docx.ts'
import { findingsOf, outlineOf, read, textsOf } from './testing/read.ts'

const clausesOf = (body: string, styles = ''): ReturnType<typeof read>['clauses'] => read({ body, styles }).clauses

const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}">${r(text)}</w:hyperlink>`

const field = (code: string, result: string): string =>
  [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText> ${code} </w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    r(result),
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('')

describe('text', () => {
  it('joins runs and their marks, whatever their pieces', () => {
    const [clause] = clausesOf(
      p(r('Uno ') + r('dos', '<w:b/>') + r(' tres', '<w:b/><w:i/>') + r(' cuatro', '<w:b w:val="0"/>')),
    )
    expect(clause?.text).toBe('Uno dos tres cuatro')
    expect(clause?.marks).toEqual([
      { kind: 'bold', start: 4, end: 12 },
      { kind: 'italic', start: 7, end: 12 },
    ])
  })

  it('is in NFC even where an accent stands in a run of its own', () => {
    const [clause] = clausesOf(
      p(r('Secretari', '<w:b/>') + r('\u0301a', '<w:u w:val="single"/>') + r(' general', '<w:strike/>')),
    )
    expect(clause?.text).toBe('Secretaría general')
    expect(clause?.marks).toEqual([
      { kind: 'bold', start: 0, end: 9 },
      { kind: 'underline', start: 9, end: 10 },
      { kind: 'strike', start: 10, end: 18 },
    ])
  })

  it('takes emphasis from character styles, not from the look of the paragraph', () => {
    const styles = [
      '<w:style w:type="character" w:styleId="Fuerte"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Negro"><w:name w:val="Negro"/><w:rPr><w:b/></w:rPr></w:style>',
    ].join('')
    const body = p(r('normal ') + r('fuerte', '<w:rStyle w:val="Fuerte"/>'), '<w:pStyle w:val="Negro"/>')
    expect(clausesOf(body, styles)[0]?.marks).toEqual([{ kind: 'bold', start: 7, end: 13 }])
  })

  it('keeps breaks, tabs, hyphens and symbols', () => {
    const special = '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>'
    const sign = '<w:r><w:sym w:font="Symbol" w:char="F0B1"/><w:t>2</w:t></w:r>'
    expect(textsOf(read({ body: p(special + sign, '<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>') }))).toEqual([
      'a\nb\tc-d±2',
    ])
  })

  it('keeps safe links of the file and of fields, and no others', () => {
    const links = {
      web: 'https://ine.mx/a b',
      script: 'javascript:alert(1)',
      local: 'file:///etc/passwd',
      relative: 'x.html',
    }
    const body = p(link('web', 'uno ') + link('script', 'dos ') + link('local', 'tres ') + link('relative', 'cuatro '))
    const fields = p(
      field('HYPERLINK "https://ine.mx/c" \\o "x"', 'cinco') + field('HYPERLINK "javascript:x"', ' seis'),
    )
    const { clauses, findings } = read({ body: body + fields, links })
    expect(clauses.map(({ text }) => text)).toEqual(['uno dos tres cuatro', 'cinco seis'])
    expect(clauses.map(({ marks }) => marks)).toEqual([
      [{ kind: 'link', start: 0, end: 4, href: 'https://ine.mx/a%20b' }],
      [{ kind: 'link', start: 0, end: 5, href: 'https://ine.mx/c' }],
    ])
    expect(findings).toEqual([])
  })

  it('reads the strict edition, other prefixes, UTF-16 and a byte order mark alike', () => {
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Año</x:t></x:r></x:p></x:body></x:document>'
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${strict}`, 'utf16le'))
    for (const file of [strict, `\ufeff${strict}`, utf16]) {
      expect(textsOf(read({ body: '', files: { 'word/document.xml': file } }))).toEqual(['Año'])
    }
  })
})

describe('what Word treats specially', () => {
  it('shows insertions, leaves out deletions, and reports both', () => {
    const body = p(
      r('Cierre ') +
        `<w:ins w:id="1">${r('de seguridad')}</w:ins><w:ins w:id="2">${r(' total')}</w:ins>` +
        '<w:del w:id="3"><w:r><w:delText>permanente</w:delText></w:r></w:del>' +
        `<w:moveFrom w:id="4">${r(' movido')}</w:moveFrom>`,
      '<w:rPr><w:ins w:id="9"/></w:rPr><w:pPrChange w:id="5"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
    )
    const document = read({ body, numbering: abstractNum(0, [{ format: 'decimal', text: '%1.' }]) + num(1, 0) })
    expect(textsOf(document)).toEqual(['Cierre de seguridad total'])
    expect(findingsOf(document)).toEqual([
      'TRACKED_INSERTION c1 de seguridad … total',
      'TRACKED_DELETION c1 permanente … movido',
    ])
  })

  it('gives no number to a paragraph that was deleted whole', () => {
    const numbering = abstractNum(0, [{ format: 'decimal', text: '%1.' }]) + num(1, 0)
    const gone = p(
      '<w:del w:id="1"><w:r><w:delText>Fuera</w:delText></w:r></w:del>',
      `${inList(1)}<w:rPr><w:del w:id="2"/></w:rPr>`,
    )
    const document = read({ numbering, body: p('Uno', inList(1)) + gone + p('Dos', inList(1)) })
    expect(outlineOf(document.clauses)).toEqual(['1. Uno', '2. Dos'])
    expect(findingsOf(document)).toEqual(['TRACKED_DELETION c1 Fuera'])
  })

  it('turns notes into clauses behind the one that refers to them, once each', () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const document = read({
      body: p(r('Texto') + reference('footnote', 2) + reference('endnote', 1)) + p(r('Más') + reference('footnote', 2)),
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('raya')}</w:footnote><w:footnote w:id="2">${p(' Al pie.')}${p('Sigue.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${p('Al final.')}</w:endnote>`,
    })
    expect(document.clauses.map(({ depth, number, text }) => [depth, number, text])).toEqual([
      [0, null, 'Texto'],
      [1, 'Nota 1', 'Al pie.\nSigue.'],
      [1, 'Nota final 1', 'Al final.'],
      [0, null, 'Más'],
    ])
    expect(findingsOf(document)).toEqual(['FOOTNOTE c1 Al pie. Sigue.', 'FOOTNOTE c1 Al final.'])
  })

  it('counts a text box once, behind its paragraph', () => {
    const box = `<w:txbxContent>${p('En la caja')}</w:txbxContent>`
    const alternatives = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`
    const document = read({ body: p(r('Antes ') + `<w:r>${alternatives}</w:r>` + r('después')) })
    expect(textsOf(document)).toEqual(['Antes después', 'En la caja'])
    expect(findingsOf(document)).toEqual(['TEXT_BOX c2 En la caja'])
  })

  it('reads the fallback when the first form holds nothing', () => {
    const alternatives = `<mc:AlternateContent><mc:Choice Requires="x"></mc:Choice><mc:Fallback>${r('texto')}</mc:Fallback></mc:AlternateContent>`
    expect(textsOf(read({ body: p(alternatives) }))).toEqual(['texto'])
  })

  it('reports content controls, pictures, hidden text, comments, headers and fields', () => {
    const control = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${p('Llenado')}</w:sdtContent></w:sdt>`
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Anverso del sobre"/></wp:inline></w:drawing></w:r>'
    const document = read({
      body:
        control +
        p(r('Figura') + picture) +
        p(r('Visto') + r(' oculto', '<w:vanish/>') + '<w:r><w:commentReference w:id="3"/></w:r>') +
        p(r('Al ') + field('DATE \\@ "d"', '5 de enero')),
      comments: `<w:comment w:id="3">${p('¿Seguro?')}</w:comment>`,
      header: p('Borrador'),
    })
    expect(textsOf(document)).toEqual(['Llenado', 'Figura', 'Visto', 'Al 5 de enero'])
    expect(findingsOf(document)).toEqual([
      'CONTENT_CONTROL c1 Llenado',
      'IMAGE c2 Anverso del sobre',
      'HIDDEN_TEXT c3 oculto',
      'COMMENT c3 ¿Seguro?',
      'FIELD c4 5 de enero',
      'HEADER_OR_FOOTER - Borrador',
    ])
  })

  it('does not lose the text behind a field that never ends', () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    expect(textsOf(read({ body: p(r('Antes') + open) + p('Después') }))).toEqual(['Antes', 'Después'])
  })
})

describe('title', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="Ttulo"><w:name w:val="Title"/></w:style>'

  it('is the first line when it has the style, and the first line is then no clause', () => {
    const document = read({ styles, body: p('') + p('1. Propuesta', '<w:pStyle w:val="Ttulo"/>') + p('Texto') })
    expect([document.title, ...textsOf(document)]).toEqual(['1. Propuesta', 'Texto'])
  })

  it('is otherwise a copy of the first line', () => {
    const document = read({ body: p(`Propuesta ${'larga '.repeat(60)}`) + p('Texto') })
    expect(document.title).toHaveLength(200)
    expect(textsOf(document)).toHaveLength(2)
  })
})

describe('numbers among siblings', () => {
  it('are reported when repeated or skipped', () => {
    const document = read({
      body: ['1. Uno', '1.1 A', '1.3 B', '1.3 C', '3. Tres', '3.2 D'].map((text) => p(text)).join(''),
    })
    expect(findingsOf(document)).toEqual([
      'MISSING_NUMBER c3 1.3 B',
      'REPEATED_NUMBER c4 1.3 C',
      'MISSING_NUMBER c5 3. Tres',
      'MISSING_NUMBER c6 3.2 D',
    ])
  })

  it('may begin again in another list', () => {
    const lines = ['1.1 Uno:', 'a) A', 'b) B', '1.2 Dos:', 'a) C', 'b) D']
    expect(findingsOf(read({ body: lines.map((text) => p(text)).join('') }))).toEqual([])
  })
})

describe('any document', () => {
  const start = fc.constantFrom(
    '',
    '',
    '1. ',
    '2) ',
    '1.1 ',
    '3.2.1. ',
    'a) ',
    'i. ',
    'IV.- ',
    'Artículo 3. ',
    'PRIMERO. ',
    '• ',
    '30 ',
    '1. 2. ',
  )
  const word = fc.constantFrom('sobre', 'PEP', 'y', '380', 'mm', 'Función.', '«Leyenda»:', 'A.', '1.1', 'ñu\u0303')
  const paragraph = fc.record({
    text: fc.tuple(start, fc.array(word, { maxLength: 6 })).map(([number, words]) => number + words.join(' ')),
    place: fc.constantFrom('', '', inList(1), inList(1, 1), inList(2), '<w:outlineLvl w:val="1"/>'),
    inTable: fc.boolean(),
  })

  it('comes out with the words that went in, in order, and as a tree', () => {
    const numbering =
      abstractNum(0, [
        { format: 'decimal', text: '%1.' },
        { format: 'lowerLetter', text: '%2)' },
      ]) +
      abstractNum(1, [{ format: 'bullet', text: '•' }]) +
      num(1, 0) +
      num(2, 1)
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        const body = paragraphs.map(({ text, place, inTable }) =>
          inTable ? `<w:tbl><w:tr><w:tc>${p(text)}</w:tc></w:tr></w:tbl>` : p(text, place),
        )
        const { clauses } = read({ numbering, body: p('Inicio') + body.join('') })
        const words = (texts: readonly string[]): string[] =>
          texts.flatMap((text) => text.normalize('NFC').split(/\s+/)).filter((each) => each !== '')
        const out = clauses.map(({ number, numberOrigin, text }) =>
          numberOrigin === 'typed' ? `${number} ${text}` : text,
        )
        expect(words(out)).toEqual(words(['Inicio', ...paragraphs.map(({ text }) => text)]))
        for (const [index, { depth }] of clauses.entries()) {
          expect(depth).toBeLessThanOrEqual((clauses[index - 1]?.depth ?? -1) + 1)
        }
      }),
      { numRuns: 150 },
    )
  })
})
