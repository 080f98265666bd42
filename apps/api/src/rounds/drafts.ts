/**
 * SQL condition on a row of `observation`: a draft in which something is written. One that is still blank is nothing to
 * send and nothing to keep.
 */
export const writtenDraft = (observation: string): string =>
  `${observation}.status = 'draft' AND NOT (${blank(observation)})`

export const blankDraft = (observation: string): string => `${observation}.status = 'draft' AND ${blank(observation)}`

const blank = (observation: string): string =>
  ['says', 'should_say', 'rationale', 'legal_basis'].map((column) => `${observation}.${column} = ''`).join(' AND ')
