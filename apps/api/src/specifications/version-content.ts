import { classificationJson, withheldFrom, type Read } from './classed.ts'

/** SQL expression: a row of `upload` with its stored file, as `UploadView`. */
export const uploadJson = (row: string, file: string) => `json_build_object(
  'id', ${row}.id, 'name', ${row}.name, 'sha256', ${row}.sha256, 'bytes', ${file}.bytes, 'type', ${file}.type)`

/** SQL expression: a row `c` of `clause` that says whether it is `withheld`, as `ClauseView` and with its identity. */
export const clauseJson = (c: string): string => `json_build_object(
  'id', ${c}.id, 'identityId', ${c}.identity_id, 'citation', ${c}.citation, 'kind', ${c}.kind, 'number', ${c}.number,
  'numberOrigin', ${c}.number_origin, 'depth', ${c}.depth, 'classification', ${classificationJson(c)},
  'withheld', ${c}.withheld, 'text', CASE WHEN ${c}.withheld THEN '' ELSE ${c}.text END,
  'marks', CASE WHEN ${c}.withheld THEN '[]' ELSE ${c}.marks END, 'table', CASE WHEN NOT ${c}.withheld THEN ${c}.cells END)`

/** SQL expression: the clauses of a row of `specification_version` as a JSON array, in reading order. */
export const clausesOf = (version: string, read: Read): string => `(
  SELECT coalesce(json_agg(${clauseJson('c')} ORDER BY c.position), '[]')
  FROM (SELECT clause.*, ${withheldFrom('clause', read)} AS withheld FROM clause) AS c
  WHERE c.version_id = ${version}.id)`

/** SQL expression: its artworks, in the order in which they were attached. */
export const artworksOf = (version: string, read: Read): string => `(
  SELECT coalesce(json_agg(json_build_object(
    'id', a.id, 'element', a.element, 'upload', ${uploadJson('au', 'af')}, 'pages', a.pages,
    'classification', ${classificationJson('a')}, 'withheld', ${withheldFrom('a', read)}
  ) ORDER BY a.position), '[]')
  FROM artwork AS a JOIN upload AS au ON au.id = a.upload_id JOIN stored_file AS af ON af.sha256 = au.sha256
  WHERE a.version_id = ${version}.id)`
