/** Accents are marks of their own once decomposed; what is left of a letter compares with any of its forms. */
const MARKS = String.raw`[\u0300-\u036F]`

/** SQL condition on a row of `specification`: all words of the parameter stand in its title. */
export const titleHas = (specification: string, words: string): string => `(
  SELECT coalesce(bool_and(
    strpos(lower(regexp_replace(normalize(${specification}.title, NFD), '${MARKS}', '', 'g')), word) > 0), true)
  FROM unnest(${words}::text[]) AS word)`

/** The words of a search, accents and capitals aside. */
export const wordsOf = (search: string): string[] =>
  search
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
