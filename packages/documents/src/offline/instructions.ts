import type { CellStyle } from 'hucre/xlsx'

import type { OfflineData } from './offline-data.ts'
import { OBSERVATIONS_SHEET, CLAUSES_SHEET } from './offline-layout.ts'
import { HEADING, TEXT } from './offline-styles.ts'

/** The first sheet: what to do with the file, one line a row. */
export function instructions({ types, due }: OfflineData): [string, CellStyle][] {
  return [
    ['', TEXT],
    ['Cómo usar este archivo', HEADING],
    [
      `1. Lea el documento (documento.pdf y las láminas de la misma carpeta; los numerales también están en la hoja «${CLAUSES_SHEET}»).`,
      TEXT,
    ],
    [`2. En la hoja «${OBSERVATIONS_SHEET}» escriba una observación por renglón, sólo en las celdas claras.`, TEXT],
    [`3. Elija el numeral y el tipo (${types.join(', ')}) de las listas. Los demás campos son texto.`, TEXT],
    ['4. Guarde el archivo como libro de Excel (.xlsx), con Excel o con LibreOffice.', TEXT],
    [
      '5. Con conexión, súbalo en la ronda, en «Trabajar sin conexión». Nada se escribe antes de que usted revise y confirme cada renglón.',
      TEXT,
    ],
    ['', TEXT],
    ['Qué debe saber', HEADING],
    [
      `Subir el archivo deja borradores: no los envía. Las observaciones se envían desde el portal antes del vencimiento (${due}).`,
      TEXT,
    ],
    [
      'Los renglones que ya traen texto son los borradores de su institución: puede corregirlos aquí. Los enviados son sólo para consulta.',
      TEXT,
    ],
    ['Puede subir el mismo archivo más de una vez: lo que ya se tomó no se repite.', TEXT],
    ['No use fórmulas ni combine celdas: esos renglones se rechazan, con su motivo, y los demás se toman.', TEXT],
    ['Borrar aquí un renglón no desecha el borrador: eso se hace en el portal.', TEXT],
  ]
}
