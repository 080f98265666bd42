import { describe, expect, test } from 'vitest'
import { carriedClassFrom, type ClassedClause } from './carried-class.ts'

const RESERVED = { class: 'reserved', basis: 'Acuerdo 4/2017', from: null, until: '2018-07-01' } as const
const SECRET = 'Marca de agua con el escudo, visible a contraluz, y fibras ópticas de dos colores.'

const old = (change: Partial<ClassedClause> = {}): ClassedClause => ({
  citation: '2.1',
  text: SECRET,
  goesOn: false,
  classification: RESERVED,
  ...change,
})

const carriedClass = (
  clause: { citation: string; text: string },
  own: ClassedClause | null,
  before: readonly ClassedClause[],
) => carriedClassFrom(before)(clause, own)

describe('the class of a clause in the next version', () => {
  test('goes with the clause that goes on, however it is now worded and cited', () => {
    const own = old({ goesOn: true })
    expect(carriedClass({ citation: '3.4', text: 'Otras medidas' }, own, [own])).toBe(RESERVED)
  })

  test('goes with its wording: whole, split, or joined to another', () => {
    const before = [old({ goesOn: true })]
    for (const text of [
      SECRET,
      'Fibras ópticas de dos colores, visible a contraluz.',
      `Papel bond blanco. ${SECRET}`,
    ]) {
      expect(carriedClass({ citation: '9.9', text }, null, before), text).toBe(RESERVED)
    }
    expect(carriedClass({ citation: '9.9', text: 'Papel bond blanco de noventa gramos' }, null, before)).toBeNull()
  })

  test('stays with the number of a clause that is gone, and leaves it with one that went elsewhere', () => {
    const clause = { citation: '2.1', text: 'Algo distinto' }
    expect(carriedClass(clause, null, [old()])).toBe(RESERVED)
    expect(carriedClass(clause, null, [old({ goesOn: true })])).toBeNull()
  })

  test('is the strictest of several', () => {
    const classed = (change: object) => old({ classification: { ...RESERVED, ...change } })
    const of = (...before: ClassedClause[]) => carriedClass({ citation: '2.1', text: SECRET }, null, before)
    expect(of(classed({}), classed({ class: 'confidential' }))?.class).toBe('confidential')
    expect(of(classed({ until: null }), classed({}))?.until).toBeNull()
    expect(of(classed({}), classed({ until: '2019-01-01' }))?.until).toBe('2019-01-01')
    expect(of(old({ classification: null }))).toBeNull()
  })
})
