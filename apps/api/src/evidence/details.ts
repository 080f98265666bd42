import { formatCount } from '@portal/domain'
import type { Said } from './said.ts'
import type { Names } from './verb.ts'
import { verbOf } from './verbs.ts'
import { written } from './written.ts'

type Line = { label: string; value: string }

/**
 * What an act said, as label and value in Spanish: of a formal act what its receipt certifies, of any other what its
 * verb's entry names. What no entry knows is shown as it was written: the record hides nothing.
 */
export function detailsOf(verb: string, said: Said, names: Names, decided: boolean): Line[] {
  const known = verbOf(verb).details
  const lines = Object.entries(said.details ?? {}).flatMap(([name, value]): Line[] => {
    const detail = known[name]
    if (detail === null || value === null || value === '') return []
    if (detail === undefined) return [{ label: name, value: written(value) }]
    if (typeof detail === 'string') return [{ label: detail, value: written(value) }]
    return detail.reserved && !decided ? [] : [{ label: detail.label, value: detail.show(value, names) }]
  })
  if (!said.certified) return lines
  const files = said.certified.files.map((file) => ({ label: 'Archivo', value: fileText(file) }))
  return [...said.certified.lines, ...files, ...lines]
}

const fileText = (file: { name: string; bytes: number; sha256: string }): string =>
  `${file.name} (${formatCount(file.bytes)} bytes, SHA-256 ${file.sha256})`
