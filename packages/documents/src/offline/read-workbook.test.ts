import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sheet } from '@portal/domain'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import type { WriteSheet } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'

import { inspectWorkbook } from './inspect-workbook.ts'
import type { OfflineData } from './offline-data.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeOfflineWorkbook } from './write-offline-workbook.ts'

const book = (sheet: Partial<WriteSheet>) => writeXlsx({ sheets: [{ name: 'Hoja', ...sheet }] })

async function read(bytes: Uint8Array): Promise<Sheet[]> {
  const result = await readWorkbook(bytes)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
async function cells(sheet: Partial<WriteSheet>) {
  const [first] = await read(await book(sheet))
  return first?.rows.map((row) => row.cells.map(({ column, text, flaw }) => [row.line, column, text, flaw]))
}
const refusalOf = async (bytes: Uint8Array) => {
  const result = await readWorkbook(bytes)
  return result.ok ? null : result.refusal
}
/** A workbook with some parts written by hand. */
async function altered(parts: Record<string, Uint8Array>) {
  return zipSync({ ...unzipSync(await book({ rows: [['x']] })), ...parts })
}

describe('what a sheet says', () => {
  test('each cell with its line and column; nothing of what is empty', async () => {
    expect(await cells({ rows: [['a', null, 'c'], [], [null, 'línea\r\notra']] })).toEqual([
      [
        [1, 0, 'a', null],
        [1, 2, 'c', null],
      ],
      [[3, 1, 'línea\notra', null]],
    ])
  })

  test('formulas, merged cells and dates are told from text', async () => {
    expect(
      await cells({
        rows: [['x', 'y', new Date('2017-12-25T00:00:00Z'), '=texto']],
        cells: new Map([['0,0', { formula: 'HYPERLINK("http://x")', formulaResult: 'x' }]]),
        merges: [{ startRow: 0, endRow: 1, startCol: 1, endCol: 1 }],
      }),
    ).toMatchObject([
      [
        [1, 0, 'x', 'formula'],
        [1, 1, 'y', 'merged'],
        [1, 2, '2017-12-25', 'date'],
        [1, 3, '=texto', null],
      ],
    ])
  })

  test('a number is known to be one: its digits may not be those that were typed', async () => {
    const [sheet] = await read(await book({ rows: [[2.1, '2.10']] }))
    expect(sheet?.rows[0]?.cells.map(({ text, numeric }) => [text, numeric])).toEqual([
      ['2.1', true],
      ['2.10', false],
    ])
  })
})

describe('a workbook that somebody made to do harm', () => {
  test('with a million rows is refused before they are read', async () => {
    const row = (line: number) => `<row r="${line}"><c r="A${line}"><v>1</v></c></row>`
    const rows = Array.from({ length: 1_000_000 }, (_, index) => row(index + 1)).join('')
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
    const bytes = await altered({ 'xl/worksheets/sheet1.xml': strToU8(xml) })
    expect(bytes.length).toBeLessThan(8 * 1024 * 1024)
    expect(await refusalOf(bytes)).toMatchObject({ code: 'TOO_LARGE' })
  })

  test('with more rows than any round has is refused by their number', async () => {
    const bytes = await book({ rows: Array.from({ length: 5001 }, (_, index) => [index]) })
    expect(await refusalOf(bytes)).toEqual({ code: 'TOO_LARGE', measure: 'rows', limit: 5000, size: 5001 })
  })

  test('with one cell at the far end of the sheet is refused, and fills no memory', async () => {
    const xml =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576">' +
      '<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    const before = process.memoryUsage().rss
    const refusal = await refusalOf(await altered({ 'xl/worksheets/sheet1.xml': strToU8(xml) }))
    expect(['TOO_LARGE', 'DAMAGED', undefined]).toContain(refusal?.code)
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  })

  test('that is a bomb is refused by what it declares, and by what it is where it declares less', async () => {
    const bomb = await altered({ 'xl/sharedStrings.xml': new Uint8Array(100 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(inspectWorkbook(bomb)).toMatchObject({ ok: false, refusal: { code: 'TOO_LARGE', measure: 'bytes' } })

    const lying = Buffer.from(bomb)
    const declared = Buffer.alloc(4)
    declared.writeUInt32LE(100 * 1024 * 1024)
    for (let at = lying.indexOf(declared); at !== -1; at = lying.indexOf(declared, at + 1))
      lying.writeUInt32LE(1000, at)
    expect(inspectWorkbook(lying).ok).toBe(true)
    expect((await refusalOf(lying))?.code).toMatch(/TOO_LARGE|DAMAGED/)
  })

  test('with macros, other files, or values fetched from elsewhere is refused', async () => {
    const refused = async (part: string) => {
      const inspected = inspectWorkbook(await altered({ [part]: strToU8('x') }))
      return inspected.ok ? null : inspected.refusal.code
    }
    expect(await refused('xl/vbaProject.bin')).toBe('MACROS')
    expect(await refused('xl/embeddings/oleObject1.bin')).toBe('CARRIES_FILES')
    expect(await refused('xl/externalLinks/externalLink1.xml')).toBe('CARRIES_FILES')
  })

  test('that is none, or broken, is refused', async () => {
    expect(await refusalOf(strToU8('no es un libro'))).toMatchObject({ code: 'DAMAGED' })
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toEqual({ code: 'NOT_XLSX' })
    const bytes = await book({ rows: [['x']] })
    expect(await refusalOf(bytes.subarray(0, bytes.length - 30))).toMatchObject({ code: 'DAMAGED' })
    expect(await refusalOf(await altered({ 'xl/workbook.xml': strToU8('<workbook') }))).not.toBeNull()
  })
})

const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
)

describe.runIf(SOFFICE)('through LibreOffice and back', () => {
  test('every line keeps its identity and its text to the letter', async () => {
    const says = ['=1+1', '-5', '@x', '2.10', '01/02', ' con _x0041_ y\ndos líneas ', 'ñ😀"&<>']
    const offline: OfflineData = {
      specification: 'PEP',
      round: 'Ronda 1',
      version: 'Versión 1',
      due: 'lun 25 dic 2017, 24:00',
      organisation: 'IECM',
      madeAt: '2017-12-14T16:32:05Z',
      illustrative: false,
      stamp: { roundId: 'ronda', versionId: 'version', responseId: 'respuesta' },
      clauses: [{ id: 'c1', citation: '2.10', text: 'Sobre' }],
      types: ['Fondo', 'Forma', 'Ortografía'],
      rows: says.map((text, index) => ({
        rowId: `fila-${index}`,
        observationId: `observacion-${index}`,
        recordVersion: 1,
        number: '',
        status: 'Borrador',
        place: '2.10',
        movable: true,
        editable: true,
        type: 'Fondo',
        says: text,
        shouldSay: '',
        rationale: '',
        legalBasis: '',
      })),
      freeRows: ['libre'],
    }
    const folder = await mkdtemp(join(tmpdir(), 'portal-libreoffice-'))
    try {
      await writeFile(join(folder, 'ida.xlsx'), await writeOfflineWorkbook(offline))
      const profile = `-env:UserInstallation=file://${join(folder, 'perfil')}`
      const out = join(folder, 'vuelta')
      const convert = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, join(folder, 'ida.xlsx')]
      execFileSync(SOFFICE ?? '', convert, { stdio: 'ignore' })
      const [before, after] = [
        await read(await writeOfflineWorkbook(offline)),
        await read(await readFile(join(out, 'ida.xlsx'))),
      ]
      expect(after).toEqual(before)
      const lines = after.find(({ name }) => name === 'Observaciones')?.rows.slice(4, 4 + says.length)
      expect(lines?.map(({ cells: line }) => line.find(({ column }) => column === 4)?.text)).toEqual(says)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
