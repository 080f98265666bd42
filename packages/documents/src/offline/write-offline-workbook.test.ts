import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'

import type { OfflineData, OfflineRow } from './offline-data.ts'
import { writeOfflineWorkbook } from './write-offline-workbook.ts'

const row: OfflineRow = {
  rowId: 'fila-1',
  observationId: 'observacion-1',
  recordVersion: 3,
  number: '',
  status: 'Borrador',
  place: '2.1',
  movable: true,
  editable: true,
  type: 'Fondo',
  says: '=1+1',
  shouldSay: '@cmd',
  rationale: '-1',
  legalBasis: '+1',
}
const offline: OfflineData = {
  specification: 'Especificaciones del PEP',
  round: 'Ronda 1',
  version: 'Versión 1',
  due: 'lun 25 dic 2017, 24:00',
  organisation: 'IECM',
  madeAt: '2017-12-14T16:32:05Z',
  illustrative: true,
  stamp: { roundId: 'ronda', versionId: 'version', responseId: 'respuesta' },
  clauses: [
    { id: 'c1', citation: '1.1', text: 'Sobre' },
    { id: 'c2', citation: '2.1', text: '=Papel' },
  ],
  types: ['Fondo', 'Forma', 'Ortografía'],
  rows: [row],
  freeRows: ['fila-2', 'fila-3'],
}

async function parts(data: OfflineData) {
  const zip = unzipSync(await writeOfflineWorkbook(data))
  const part = (path: string) => strFromU8(zip[path] ?? new Uint8Array())
  return {
    part,
    sheet: part('xl/worksheets/sheet2.xml'),
    all: Object.values(zip).map((bytes) => strFromU8(bytes)),
  }
}

describe('the workbook that is filled away from the network', () => {
  test('says what to do, holds the drafts, the clauses and, hidden, of what it was made', async () => {
    const { sheets } = await readXlsx(await writeOfflineWorkbook(offline))
    expect(sheets.map(({ name, hidden = false }) => [name, hidden])).toEqual([
      ['Instrucciones', false],
      ['Observaciones', false],
      ['Numerales', false],
      ['Portal', true],
    ])
    const [instructions, observations, clauses, stamp] = sheets.map(({ rows }) => rows)
    expect(String(instructions?.join('\n'))).toContain('Subir el archivo deja borradores: no los envía.')
    expect(observations?.[3]?.slice(0, 8).join(' · ')).toBe(
      'No. · Estado · Numeral · Tipo · Dice · Debe decir · Justificación · Fundamento',
    )
    expect(observations?.[4]).toEqual([
      null,
      'Borrador',
      '2.1',
      'Fondo',
      '=1+1',
      '@cmd',
      '-1',
      '+1',
      'fila-1',
      'observacion-1',
      '3',
    ])
    expect(observations?.slice(5).map((cells) => cells[8])).toEqual(['fila-2', 'fila-3'])
    expect(clauses?.slice(1)).toEqual([
      ['1.1', 'Sobre', 'c1'],
      ['2.1', '=Papel', 'c2'],
    ])
    expect(stamp?.slice(1)).toEqual([
      ['Ronda', 'ronda'],
      ['Versión', 'version'],
      ['Respuesta', 'respuesta'],
    ])
  })

  test('lets only the cells to fill be written, from lists where there are such', async () => {
    const { part, sheet } = await parts(offline)
    for (const number of [1, 2, 3, 4]) {
      expect(part(`xl/worksheets/sheet${number}.xml`)).toContain('<sheetProtection sheet="1"')
    }
    expect(part('xl/workbook.xml')).toContain('lockStructure="1"')
    expect(sheet).toMatch(/<col min="9" max="9"[^>]*hidden="true"/)
    expect(sheet).toContain('sqref="C5:C7"')
    expect(sheet).toContain('<formula1>Numerales!$A$2:$A$3</formula1>')
    expect(sheet).toContain('<formula1>"Fondo,Forma,Ortografía"</formula1>')
  })

  test('locks what was sent, and the place of what is no whole clause', async () => {
    const unlocked = async (change: Partial<OfflineRow>) => {
      const { sheets } = await readXlsx(
        await writeOfflineWorkbook({ ...offline, rows: [{ ...row, ...change }], freeRows: [] }),
        { readStyles: true },
      )
      const cells = sheets[1]?.cells ?? new Map()
      return 'ABCDEFGHIJK'
        .split('')
        .filter((_, column) => cells.get(`4,${column}`)?.style?.protection?.locked === false)
        .join('')
    }
    expect(await unlocked({})).toBe('CDEFGH')
    expect(await unlocked({ movable: false })).toBe('DEFGH')
    expect(await unlocked({ editable: false })).toBe('')
  })

  test('has no formula: what begins as one is text, also after somebody edits it', async () => {
    const { part, sheet, all } = await parts(offline)
    expect(all.join('\n')).not.toMatch(/<f[ >]/)
    expect(sheet).toMatch(/<c r="E5" t="s"/)
    expect(part('xl/styles.xml')).toMatch(/formatCode="@"/)
  })

  test('same round, same bytes', async () => {
    expect(await writeOfflineWorkbook(offline)).toEqual(await writeOfflineWorkbook(structuredClone(offline)))
  })
})
