import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADMINISTRATOR, COORDINATOR } from '../../testing/people.ts'
import { createTestProduct, type TestProduct } from '../../testing/product.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { smallPdf } from '../../testing/small-pdf.ts'

let product: TestProduct
let server: TestServer
let cookie: string
beforeAll(async () => {
  product = await createTestProduct()
  server = await startTestServer(product)
  cookie = await server.cookieOf(COORDINATOR)
})
afterAll(async () => {
  await server.end()
  await product.end()
})

const upload = async (content: string | Uint8Array, name: string, as = cookie) => {
  const response = await fetch(`${server.origin}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie: as, 'content-type': 'application/octet-stream' },
    body: typeof content === 'string' ? content : Uint8Array.from(content),
  })
  return (await response.json()) as { id?: string; name?: string; type?: string; refusal?: { code: string } }
}
const uploads = async () => (await product.query('SELECT FROM upload')).rowCount

const OOXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const MAIN = `${OOXML}.document.main+xml`
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const contentTypes = (main: string, more = '') =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Override PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`
const relationships = (type: string, target: string, mode = '') =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="${RELATIONSHIPS}/${type}" Target="${target}"${mode}/></Relationships>`

/** A .docx of one paragraph; `more` are parts to add or to put in place of its own. */
const docx = (more: Record<string, string> = {}, comment = '') => {
  const parts = {
    '[Content_Types].xml': contentTypes(MAIN),
    '_rels/.rels': relationships('officeDocument', 'word/document.xml'),
    'word/document.xml':
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Uno</w:t></w:r></w:p></w:body></w:document>',
    ...more,
  }
  const bytes = Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  )
  bytes.writeUInt16LE(comment.length, bytes.length - 2)
  return Buffer.concat([bytes, Buffer.from(comment)])
}
const template = (target: string) => ({
  'word/settings.xml': '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
  'word/_rels/settings.xml.rels': relationships('attachedTemplate', target, ' TargetMode="External"'),
})
const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((stream) => Buffer.from(stream.padEnd(32, '\0'), 'utf16le')),
  ])
const pdf = (catalogue: string) => smallPdf('Sobre', catalogue)
const joined = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))

const withTypes = (main: string, more = '') => docx({ '[Content_Types].xml': contentTypes(main, more) })
const PROJECT = '<Override PartName="/word/notas.bin" ContentType="application/vnd.ms-office.vbaProject"/>'

/** What, under which name it is sent, and in which words it is refused. */
const HOSTILE: Record<string, [content: string | Uint8Array, name: string, refusal: string]> = {
  'a macro project': [docx({ 'word/vbaProject.bin': 'x' }), 'Oficio.docx', 'MACROS'],
  'a macro project in another folder and case': [docx({ 'otra/VBAPROJECT.BIN': 'x' }), 'Oficio.docx', 'MACROS'],
  'a macro project under another name': [withTypes(MAIN, PROJECT), 'Oficio.docx', 'MACROS'],
  'a .docm under an innocent name': [
    withTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
    'Oficio.docx',
    'MACROS',
  ],
  'a .dotm under the name of a PDF': [
    withTypes('application/vnd.ms-word.template.macroEnabledTemplate.main+xml'),
    'Oficio.pdf',
    'MACROS',
  ],
  'a template with macros from elsewhere': [
    docx(template('https://malo.example/plantilla.dotm')),
    'Oficio.docx',
    'ACTIVE_CONTENT',
  ],
  'an ActiveX control': [docx({ 'word/activeX/activeX1.xml': '<x/>' }), 'Oficio.docx', 'ACTIVE_CONTENT'],
  'an object of another program': [docx({ 'word/embeddings/oleObject1.bin': 'x' }), 'Oficio.docx', 'CARRIES_FILES'],
  'a page of HTML that Word takes in': [
    docx({ 'word/_rels/document.xml.rels': relationships('aFChunk', 'hoja.html'), 'word/hoja.html': '<script/>' }),
    'Oficio.docx',
    'CARRIES_FILES',
  ],
  'a .doc with macros': [ole('WordDocument', 'Macros', '_VBA_PROJECT'), 'Oficio.doc', 'NOT_DOCX'],
  'a .doc with macros, called .docx': [ole('WordDocument', 'Macros', '_VBA_PROJECT'), 'Oficio.docx', 'NOT_DOCX'],
  'an .xls with macros': [ole('Workbook', '_VBA_PROJECT_CUR'), 'Lista.xls', 'TYPE_NOT_ACCEPTED'],
  'an .xls with macros, called .docx': [ole('Workbook', '_VBA_PROJECT_CUR'), 'Lista.docx', 'NOT_DOCX'],
  'an installer, called .pdf': [ole('MsiInstaller'), 'Sobre.pdf', 'NOT_PDF'],
  'an encrypted document': [ole('EncryptedPackage', 'EncryptionInfo'), 'Oficio.docx', 'ENCRYPTED'],
  'a workbook': [archive('[Content_Types].xml', 'xl/workbook.xml'), 'Lista.xlsx', 'TYPE_NOT_ACCEPTED'],
  'a workbook that names a Word part': [
    docx({ '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' }),
    'Oficio.docx',
    'NOT_DOCX',
  ],
  'a script when the file opens': [pdf('/OpenAction<</S/JavaScript/JS(app.alert)>>'), 'Sobre.pdf', 'ACTIVE_CONTENT'],
  'a script under a name with escapes': [pdf('/OpenAction<</S/J#61vaScript/J#53(x)>>'), 'Sobre.pdf', 'ACTIVE_CONTENT'],
  'a script among the names': [pdf('/Names<</JavaScript<</Names[(a)4 0 R]>>>>'), 'Sobre.pdf', 'ACTIVE_CONTENT'],
  'a script of the second action': [
    pdf('/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[<</S/JavaScript/JS(x)>>]>>'),
    'Sobre.pdf',
    'ACTIVE_CONTENT',
  ],
  'a form that is a program': [pdf('/AcroForm<</XFA(x)/Fields[]>>'), 'Sobre.pdf', 'ACTIVE_CONTENT'],
  'a program to start': [pdf('/OpenAction<</S/Launch/F(cmd.exe)>>'), 'Sobre.pdf', 'ACTIVE_CONTENT'],
  'an address asked for when it opens': [
    pdf('/OpenAction<</S/URI/URI(https://malo.example/)>>'),
    'Sobre.pdf',
    'ACTIVE_CONTENT',
  ],
  'a form sent when it closes': [
    pdf('/AA<</WC<</S/SubmitForm/F(https://malo.example/)>>>>'),
    'Sobre.pdf',
    'ACTIVE_CONTENT',
  ],
  'a file within': [
    pdf('/Names<</EmbeddedFiles<</Names[(x.exe)<</Type/Filespec/EF<</F 4 0 R>>>>]>>>>'),
    'Sobre.pdf',
    'CARRIES_FILES',
  ],
  'a file within, in a note': [pdf('/X<</Type/Annot/FS<</Type/Filespec/EF<<>>>>>>'), 'Sobre.pdf', 'CARRIES_FILES'],
  'an archive after its end': [joined(smallPdf('Sobre'), archive('x.exe')), 'Sobre.pdf', 'CARRIES_FILES'],
  'an archive whose comment ends as a PDF': [
    joined(smallPdf('Sobre'), docx({}, '\n%%EOF\n')),
    'Sobre.pdf',
    'CARRIES_FILES',
  ],
  'a script after its end': [`${smallPdf('Sobre')}<script>alert(1)</script>`, 'Sobre.pdf', 'CARRIES_FILES'],
  'a page, then a PDF': [`<script>alert(1)</script>\n${smallPdf('Sobre')}`, 'Sobre.pdf', 'NOT_PDF'],
  'an archive, then a PDF': [joined(archive('a.txt'), smallPdf('Sobre')), 'Sobre.pdf', 'NOT_PDF'],
  'a document that begins as a PDF': [docx({ '%PDF-1.7': 'x' }), 'Oficio.docx', 'CARRIES_FILES'],
  'a document, then a PDF': [joined(docx(), smallPdf('Sobre')), 'Oficio.docx', 'CARRIES_FILES'],
  'half a PDF': ['%PDF-1.7\n1 0 obj\n<</Type/Catalog', 'Sobre.pdf', 'DAMAGED'],
  'half a document': [docx().subarray(0, -30), 'Oficio.docx', 'DAMAGED'],
  'a page': ['<!doctype html><script>alert(1)</script>', 'Sobre.pdf', 'NOT_PDF'],
  'a page that calls itself one': ['<!doctype html><p>', 'Sobre.html', 'TYPE_NOT_ACCEPTED'],
  'a drawing with a script': [
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    'Sobre.svg',
    'TYPE_NOT_ACCEPTED',
  ],
  'a drawing, called .docx': ['<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'Sobre.docx', 'NOT_DOCX'],
  'a script of the shell': ['#!/bin/sh\nrm -rf /\n', 'Sobre.pdf', 'NOT_PDF'],
  'a program': ['MZ\u0090\0', 'Oficio.docx', 'NOT_DOCX'],
  'an archive': [archive('a.txt'), 'Todo.zip', 'TYPE_NOT_ACCEPTED'],
  'an archive, called .docx': [archive('a.txt'), 'Oficio.docx', 'NOT_DOCX'],
  'a program in Java': [archive('META-INF/MANIFEST.MF', 'A.class'), 'Sobre.pdf', 'NOT_PDF'],
  'an archive of another kind': ['Rar!\u001a\u0007\u0001\0', 'Todo.rar', 'TYPE_NOT_ACCEPTED'],
  nothing: ['', 'Sobre.pdf', 'EMPTY'],
}

describe(`of ${Object.keys(HOSTILE).length} hostile kinds nothing is kept, whatever it is called`, () => {
  test.each(Object.entries(HOSTILE))('%s', async (_kind, [content, name, code]) => {
    const before = await uploads()
    expect((await upload(content, name)).refusal?.code).toBe(code)
    expect(await uploads()).toBe(before)
  })

  test('whoever brings letters of appointment is asked the same', async () => {
    const administrator = await server.cookieOf(ADMINISTRATOR)
    const { refusal } = await upload(pdf('/OpenAction<</S/Launch/F(x)>>'), 'Oficio.pdf', administrator)
    expect(refusal).toEqual({ code: 'ACTIVE_CONTENT' })
  })
})

describe('what is harmless is kept', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['a document', docx(), 'docx'],
    ['one with a template of the same machine', docx(template('file:///C:/Plantillas/Oficio.dotx')), 'docx'],
    ['a PDF that opens at a page', pdf('/OpenAction<</S/GoTo/D[3 0 R/Fit]>>'), 'pdf'],
    ['a PDF that opens at a place', pdf('/OpenAction[3 0 R/Fit]'), 'pdf'],
    ['a link that somebody has to press', pdf('/X<</Type/Annot/A<</S/URI/URI(https://ine.example/)>>>>'), 'pdf'],
  ])('%s', async (_what, content, type) => {
    expect((await upload(content, `Sobre.${type}`)).type).toBe(type)
  })

  test('under a name that says what it is: a PDF is never saved as a page', async () => {
    const page = smallPdf('<script>alert(1)</script>')
    expect((await upload(page, 'Sobre.html')).name).toBe('Sobre.html.pdf')
    expect((await upload(docx(), 'Oficio.PDF')).name).toBe('Oficio.PDF.docx')
    expect((await upload(page, 'Sobre.PDF')).name).toBe('Sobre.PDF')
    expect((await upload(page, `${'a'.repeat(300)}.hta`)).name).toMatch(/^a{176}\.pdf$/)
  })
})
