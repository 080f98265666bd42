import { types } from 'pg'
import type { CustomTypesConfig } from 'pg'
import { parse } from 'postgres-array'

type Parser = (text: string) => unknown

/** Bigger counts stay text: they would lose digits as numbers. */
const integer: Parser = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text)
const DAY_AND_TIME = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(\+00)?$/
/**
 * `2017-12-22 06:00:00.1+00` is `2017-12-22T06:00:00.100Z`, always with milliseconds: instants of one length sort as
 * text. The session's time zone is UTC; `infinity` and years before Christ stay as they are.
 */
const time: Parser = (text) => {
  const [all, day, clock, fraction = '', zone] = DAY_AND_TIME.exec(text) ?? []
  return all === undefined ? text : `${day}T${clock}.${fraction.padEnd(3, '0')}${zone === undefined ? '' : 'Z'}`
}
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
  [types.builtins.TIMESTAMPTZ, time],
  [types.builtins.TIMESTAMP, time],
  [types.builtins.DATE, asIs],
  [1016, arrayOf(integer)],
  [1185, arrayOf(time)],
  [1115, arrayOf(time)],
  [1182, arrayOf(asIs)],
])

export const wireTypes: CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format === 'binary' ? undefined : PARSERS.get(id)) ?? types.getTypeParser(id, format ?? 'text'),
}
