import { stringify } from 'csv-stringify'
import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'

/** A column of a table that is exported: its heading as the screen has it, and its text of a row. */
export type CsvColumn<Row> = readonly [heading: string, text: (row: Row) => string]

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

/**
 * Sends rows as a CSV file while they come, so that its length costs no memory. UTF-8 with the mark that Excel needs, and
 * no cell that a spreadsheet would take for a formula.
 */
export function sendCsv<Row>(
  reply: FastifyReply,
  name: string,
  columns: readonly CsvColumn<Row>[],
  rows: Rows<Row>,
): FastifyReply {
  const csv = stringify({
    bom: true,
    header: true,
    columns: columns.map(([header]) => ({ key: header, header })),
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  const cells = Readable.from(cellsOf(columns, rows))
  cells.on('error', (error) => csv.destroy(error))
  return reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    })
    .send(cells.pipe(csv))
}

async function* cellsOf<Row>(columns: readonly CsvColumn<Row>[], rows: Rows<Row>): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map(([, text]) => text(row))
}
