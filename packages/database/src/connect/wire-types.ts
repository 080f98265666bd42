import { types } from 'pg'
import type { CustomTypesConfig } from 'pg'
import { parse } from 'postgres-array'

type Parser = (text: string) => unknown

/** Bigger counts stay text: they would lose digits as numbers. */
const integer: Parser = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text)
/** `2017-12-22 06:00:00.123+00`: the session's time zone is UTC, and `infinity` and years before Christ stay as they are. */
const instant: Parser = (text) => text.replace(/^(\d{4,}-\d\d-\d\d) ([\d:.]+)\+00$/, '$1T$2Z')
const localTime: Parser = (text) => text.replace(/^(\d{4,}-\d\d-\d\d) ([\d:.]+)$/, '$1T$2')
const asIs: Parser = (text) => text

const arrayOf =
  (element: Parser): Parser =>
  (text) =>
    parse(text, element)

/**
 * What the API sends is JSON: instants are ISO 8601 text in UTC and days are `YYYY-MM-DD`, never a `Date`, which would
 * make of a day an instant in the server's time zone. Keys are the type ids of PostgreSQL's catalog.
 */
const PARSERS = new Map<number, Parser>([
  [types.builtins.INT8, integer],
  [types.builtins.TIMESTAMPTZ, instant],
  [types.builtins.TIMESTAMP, localTime],
  [types.builtins.DATE, asIs],
  [1016, arrayOf(integer)],
  [1185, arrayOf(instant)],
  [1115, arrayOf(localTime)],
  [1182, arrayOf(asIs)],
])

export const wireTypes: CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format === 'binary' ? undefined : PARSERS.get(id)) ?? types.getTypeParser(id, format ?? 'text'),
}
