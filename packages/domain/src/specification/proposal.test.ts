import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, ProposedClause } from './clause.ts'
import type { ProposalCorrection } from './proposal.ts'
import { acceptedClauses, correctProposal } from './proposal.ts'

function clause(key: string, text: string, rest: Partial<ProposedClause> = {}): ProposedClause {
  const content = { kind: 'paragraph', number: null, numberOrigin: 'none', depth: 0, marks: [], table: null } as const
  return { key, text, excluded: false, ...content, ...rest }
}

const table = clause('t', 'a\tb', { kind: 'table', table: { rows: [] } })

function corrected(clauses: readonly ProposedClause[], correction: ProposalCorrection): ProposedClause[] {
  const outcome = correctProposal(clauses, correction)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

function refusalOf(clauses: readonly ProposedClause[], correction: ProposalCorrection): string {
  const outcome = correctProposal(clauses, correction)
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

const depths = (clauses: readonly ProposedClause[]): string[] => clauses.map(({ key, depth }) => `${key}:${depth}`)

describe('splitting', () => {
  const whole = clause('c1', 'Función. Contenedor del PEP.', {
    kind: 'heading',
    number: '2.1',
    numberOrigin: 'typed',
    depth: 1,
    marks: [{ kind: 'bold', start: 0, end: 19 }],
  })

  it('gives the second part a key, a place and its share of the marks', () => {
    expect(corrected([whole], { kind: 'split', key: 'c1', at: 8 })).toEqual([
      { ...whole, text: 'Función. ', marks: [{ kind: 'bold', start: 0, end: 9 }] },
      clause('c1.2', 'Contenedor del PEP.', { depth: 2, marks: [{ kind: 'bold', start: 0, end: 10 }] }),
    ])
  })

  it('finds a free key however often it is done', () => {
    const once = corrected([clause('c1', 'uno dos tres cuatro')], { kind: 'split', key: 'c1', at: 3 })
    const twice = corrected(once, { kind: 'split', key: 'c1.2', at: 3 })
    const thrice = corrected(twice, { kind: 'split', key: 'c1.3', at: 4 })
    expect(thrice.map(({ key, text }) => `${key} ${text.trim()}`)).toEqual([
      'c1 uno',
      'c1.2 dos',
      'c1.3 tres',
      'c1.4 cuatro',
    ])
  })

  it.each([
    [0, 'NOTHING_TO_SPLIT'],
    [28, 'NOTHING_TO_SPLIT'],
    [-3, 'NOTHING_TO_SPLIT'],
    [2.5, 'NOTHING_TO_SPLIT'],
    [400, 'NOTHING_TO_SPLIT'],
    [3, 'SPLIT_INSIDE_WORD'],
    [8, 'accepted'],
    [9, 'accepted'],
  ])('at %d: %s', (at, outcome) => {
    expect(refusalOf([whole], { kind: 'split', key: 'c1', at })).toBe(outcome)
  })

  it('is refused for tables and for clauses that are not there', () => {
    expect(refusalOf([table], { kind: 'split', key: 't', at: 1 })).toBe('TABLE_CANNOT_BE_SPLIT')
    expect(refusalOf([table], { kind: 'split', key: 'x', at: 1 })).toBe('CLAUSE_NOT_FOUND')
  })
})

describe('joining', () => {
  it('puts text, number and marks behind those before, and keeps the tree whole', () => {
    const clauses = [
      clause('a', 'Uno', { depth: 1, marks: [{ kind: 'bold', start: 0, end: 3 }] }),
      clause('b', 'Dos', { number: 'a)', numberOrigin: 'automatic', marks: [{ kind: 'italic', start: 0, end: 3 }] }),
      clause('c', 'Dentro', { depth: 1 }),
      clause('d', 'Fuera'),
    ]
    const joined = corrected(clauses, { kind: 'join', key: 'b' })
    expect(joined[0]).toMatchObject({
      key: 'a',
      text: 'Uno a) Dos',
      marks: [
        { kind: 'bold', start: 0, end: 3 },
        { kind: 'italic', start: 7, end: 10 },
      ],
    })
    expect(depths(joined)).toEqual(['a:1', 'c:2', 'd:0'])
  })

  it('is refused without a clause before, with tables, and across an exclusion', () => {
    const clauses = [clause('a', 'Uno'), table, clause('b', 'Dos'), clause('c', 'Tres', { excluded: true })]
    expect(refusalOf(clauses, { kind: 'join', key: 'a' })).toBe('NOTHING_BEFORE')
    expect(refusalOf(clauses, { kind: 'join', key: 't' })).toBe('TABLE_CANNOT_BE_JOINED')
    expect(refusalOf(clauses, { kind: 'join', key: 'b' })).toBe('TABLE_CANNOT_BE_JOINED')
    expect(refusalOf(clauses, { kind: 'join', key: 'c' })).toBe('EXCLUDED_CANNOT_BE_JOINED')
  })
})

describe('renumbering', () => {
  it('takes the number out of the text where it stands there', () => {
    const found = clause('a', 'b) Los sobres', { marks: [{ kind: 'bold', start: 0, end: 6 }] })
    expect(corrected([found], { kind: 'renumber', key: 'a', number: ' b) ' })[0]).toMatchObject({
      number: 'b)',
      numberOrigin: 'typed',
      text: 'Los sobres',
      marks: [{ kind: 'bold', start: 0, end: 3 }],
    })
  })

  it('gives a number that was none back to the text, unless Word had counted it', () => {
    const typed = clause('a', 'días después', { number: '30.', numberOrigin: 'typed' })
    const counted = clause('a', 'Sobre-PEP;', { number: 'a)', numberOrigin: 'automatic' })
    const none = { kind: 'renumber', key: 'a', number: null } as const
    expect(corrected([typed], none)[0]).toMatchObject({ number: null, numberOrigin: 'none', text: '30. días después' })
    expect(corrected([counted], none)[0]).toMatchObject({ number: null, numberOrigin: 'none', text: 'Sobre-PEP;' })
  })

  it('refuses what is no number', () => {
    for (const number of ['', '  ', 'x'.repeat(61), '1\n2']) {
      expect(refusalOf([clause('a', 'Uno')], { kind: 'renumber', key: 'a', number })).toBe('INVALID_NUMBER')
    }
  })
})

describe('moving and excluding', () => {
  const clauses = [clause('a', 'Uno'), clause('b', 'Dos'), clause('c', 'Dentro', { depth: 1 }), clause('d', 'Tres')]

  it('moves a clause with all that is inside it', () => {
    const inside = corrected(clauses, { kind: 'indent', key: 'b' })
    expect(depths(inside)).toEqual(['a:0', 'b:1', 'c:2', 'd:0'])
    expect(corrected(inside, { kind: 'outdent', key: 'b' })).toEqual(clauses)
  })

  it('is refused where there is nowhere to go', () => {
    expect(refusalOf(clauses, { kind: 'indent', key: 'a' })).toBe('CANNOT_INDENT')
    expect(refusalOf(clauses, { kind: 'indent', key: 'c' })).toBe('CANNOT_INDENT')
    expect(refusalOf(clauses, { kind: 'outdent', key: 'd' })).toBe('CANNOT_OUTDENT')
  })

  it('excludes one clause; the version closes the gap that it leaves', () => {
    const excluded = corrected(clauses, { kind: 'exclude', key: 'b' })
    expect(acceptedClauses(excluded).map(({ text, depth }) => [text, depth])).toEqual([
      ['Uno', 0],
      ['Dentro', 1],
      ['Tres', 0],
    ])
    const first = corrected(corrected(clauses, { kind: 'exclude', key: 'a' }), { kind: 'exclude', key: 'b' })
    expect(acceptedClauses(first).map(({ depth }) => depth)).toEqual([0, 0])
    expect(corrected(excluded, { kind: 'include', key: 'b' })).toEqual(clauses)
  })
})

describe('any proposal', () => {
  const space = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0')
  const word = fc.constantFrom('sobre', 'PEP;', 'ñandú', '380', '«voto»', '🗳️')
  const text = fc
    .tuple(word, fc.array(fc.tuple(space, word), { maxLength: 5 }))
    .map(([first, more]) => first + more.map(([gap, next]) => gap + next).join(''))
  const marked = text.chain((content) =>
    fc.record({
      text: fc.constant(content),
      marks: fc
        .uniqueArray(
          fc.record({
            kind: fc.constantFrom('bold', 'italic'),
            from: fc.nat(content.length),
            to: fc.nat(content.length),
          }),
          {
            selector: ({ kind }) => kind,
          },
        )
        .map((marks) =>
          marks
            .map(({ kind, from, to }): Mark => ({ kind, start: Math.min(from, to), end: Math.max(from, to) }))
            .filter(({ start, end }) => start < end)
            .toSorted((one, other) => one.start - other.start),
        ),
    }),
  )
  const proposal = fc
    .array(
      fc.tuple(
        marked,
        fc.constantFrom(-2, -1, 0, 0, 1),
        fc.constantFrom('heading', 'paragraph', 'list_item', 'table'),
        fc.constantFrom(null, '1.1', 'a)'),
        fc.boolean(),
      ),
      { minLength: 1, maxLength: 7 },
    )
    .map((drafts) => {
      let depth = -1
      return drafts.map(([content, step, kind, number, excluded], index) => {
        depth = Math.max(0, Math.min(depth + 1, depth + step))
        const origin = number === null ? 'none' : number === 'a)' ? 'automatic' : 'typed'
        return clause(`c${index + 1}`, content.text, {
          marks: kind === 'table' ? [] : content.marks,
          kind,
          depth,
          number: kind === 'table' ? null : number,
          numberOrigin: kind === 'table' ? 'none' : origin,
          excluded,
        })
      })
    })
  const correction = fc.record({
    kind: fc.constantFrom('split', 'join', 'exclude', 'include', 'indent', 'outdent', 'renumber'),
    of: fc.nat(9),
    at: fc.nat(40),
  })

  const wordsOf = (clauses: readonly ProposedClause[]): string =>
    clauses
      .flatMap(({ number, numberOrigin, text: words }) => [numberOrigin === 'typed' ? (number ?? '') : '', words])
      .join(' ')
      .replaceAll('a)', '')
      .split(/\s+/)
      .filter((each) => each !== '')
      .join(' ')

  it('loses no word, no key and no place in the tree, whatever is done to it', () => {
    fc.assert(
      fc.property(proposal, fc.array(correction, { maxLength: 12 }), (start, steps) => {
        let clauses: ProposedClause[] = start
        for (const { kind, of, at } of steps) {
          const key = clauses[of % clauses.length]?.key ?? ''
          const step: ProposalCorrection =
            kind === 'split' ? { kind, key, at } : kind === 'renumber' ? { kind, key, number: null } : { kind, key }
          const outcome = correctProposal(clauses, step)
          if (outcome.ok) clauses = outcome.value
        }
        expect(wordsOf(clauses)).toBe(wordsOf(start))
        expect(new Set(clauses.map(({ key }) => key)).size).toBe(clauses.length)
        const accepted = acceptedClauses(clauses)
        for (const list of [clauses, accepted]) {
          for (const [index, { depth, text: content, marks }] of list.entries()) {
            expect(depth).toBeLessThanOrEqual((list[index - 1]?.depth ?? -1) + 1)
            expect(depth).toBeGreaterThanOrEqual(0)
            for (const mark of marks)
              expect(0 <= mark.start && mark.start < mark.end && mark.end <= content.length).toBe(true)
          }
        }
      }),
    )
  })

  it('is what it was once a split is joined again', () => {
    fc.assert(
      fc.property(proposal, fc.nat(9), fc.nat(40), (clauses, of, at) => {
        const key = clauses[of % clauses.length]?.key ?? ''
        const parts = correctProposal(clauses, { kind: 'split', key, at })
        if (!parts.ok) return
        const second = parts.value[parts.value.findIndex((each) => each.key === key) + 1]
        expect(corrected(parts.value, { kind: 'join', key: second?.key ?? '' })).toEqual(clauses)
      }),
    )
  })
})
