import { expect, test } from 'vitest'
import { licenceFindings } from './licences.ts'

const listed = (licence: string) => licenceFindings({ [licence]: [{ name: 'a-library', versions: ['1.2.3'] }] })

test.each(['MIT', '(MIT OR GPL-3.0-only)', '(MIT AND Zlib)', 'MPL-2.0'])('%s is accepted', (licence) => {
  expect(listed(licence)).toEqual({ seen: 1, findings: [] })
})

test.each(['AGPL-3.0-only', 'GPL-3.0-or-later', 'MIT AND SSPL-1.0', 'UNLICENSED', 'Unknown', 'SEE LICENSE IN x'])(
  '%s is not',
  (licence) => {
    expect(listed(licence).findings).toEqual([`a-library 1.2.3: "${licence}" is not among the accepted licences.`])
  },
)
