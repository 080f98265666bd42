import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citationsOf } from '../specification/citation.ts'
import type { ClauseContent } from '../specification/clause.ts'
import { compareClauses, countChanges } from './compare-clauses.ts'
import { matchClauses } from './match-clauses.ts'

type Line = { number: string | null; text: string; depth?: number; kind?: ClauseContent['kind'] }

function documentOf(lines: readonly Line[]) {
  const clauses = lines.map(({ number, text, depth = 0, kind = 'paragraph' }): ClauseContent => ({
    kind,
    number,
    numberOrigin: number === null ? 'none' : 'typed',
    depth,
    text,
    marks: [],
    table: null,
  }))
  const citations = citationsOf(clauses)
  return clauses.map((clause, index) => ({ ...clause, citation: citations[index] ?? '', withheld: false }))
}

const numbered = (...texts: string[]) => documentOf(texts.map((text, index) => ({ number: `1.${index + 1}`, text })))

function matched(before: ReturnType<typeof documentOf>, after: ReturnType<typeof documentOf>) {
  return matchClauses(before, after).map((pair) => [before[pair.before]?.citation, after[pair.after]?.citation])
}

function changes(before: ReturnType<typeof documentOf>, after: ReturnType<typeof documentOf>) {
  return compareClauses(before, after, matchClauses(before, after)).map((row) => [
    row.before?.citation ?? null,
    row.after?.citation ?? null,
    row.changes.join(' '),
  ])
}

const SIZE = 'Medidas. 380 mm de ancho por 280 mm de alto, con tolerancia de 2 mm.'
const PAPER = 'Sustrato. Papel bond blanco de 120 gramos.'
const SEAL = 'Cierre. Adhesivo permanente de seguridad que evidencie cualquier apertura.'
const PRINT = 'Impresión. Dos tintas, Pantone 213 y negro.'

describe('clauses of two versions', () => {
  test('are the same where the text is, whatever was put between them', () => {
    expect(changes(numbered(SIZE, PAPER), numbered(SIZE, SEAL, PAPER))).toEqual([
      ['1.1', '1.1', ''],
      [null, '1.2', 'added'],
      ['1.2', '1.3', 'renumbered'],
    ])
  })

  test('are moved when they overtake others, and the fewest are', () => {
    expect(changes(numbered(SIZE, PAPER, SEAL, PRINT), numbered(PRINT, SIZE, PAPER, SEAL))).toEqual([
      ['1.4', '1.1', 'moved renumbered'],
      ['1.1', '1.2', 'renumbered'],
      ['1.2', '1.3', 'renumbered'],
      ['1.3', '1.4', 'renumbered'],
    ])
  })

  test('stay the same when both the wording and the number change', () => {
    const after = numbered(SEAL, SIZE.replace('280 mm', '285 mm'), PAPER)
    expect(changes(numbered(SIZE, PAPER), after)).toEqual([
      [null, '1.1', 'added'],
      ['1.1', '1.2', 'renumbered reworded'],
      ['1.2', '1.3', 'renumbered'],
    ])
  })

  test('are reworded in their place under their number, even when little is left', () => {
    const after = numbered(SIZE, 'Cierre por engomado de humectación.', PAPER)
    expect(changes(numbered(SIZE, SEAL, PAPER), after)).toEqual([
      ['1.1', '1.1', ''],
      ['1.2', '1.2', 'reworded'],
      ['1.3', '1.3', ''],
    ])
    const other = numbered(SIZE, 'El logotipo irá arriba.', PAPER)
    expect(changes(numbered(SIZE, SEAL, PAPER), other).map(([, , change]) => change)).toEqual([
      '',
      'removed',
      'added',
      '',
    ])
  })

  test('that were split or joined go on as the part that kept the number', () => {
    const whole = `${SEAL} Llevará además una leyenda que diga que no debe doblarse ni perforarse.`
    const parts = numbered(SIZE, SEAL, 'Llevará además una leyenda que diga que no debe doblarse ni perforarse.', PAPER)
    expect(matched(numbered(SIZE, whole, PAPER), parts)).toEqual([
      ['1.1', '1.1'],
      ['1.2', '1.2'],
      ['1.3', '1.4'],
    ])
    expect(changes(parts, numbered(SIZE, whole, PAPER)).map(([, , change]) => change)).toEqual([
      '',
      'reworded',
      'removed',
      'renumbered',
    ])
  })

  test('that repeat a text are who stands beside them says, not who was cited so', () => {
    const section = (name: string, at: number): Line[] => [
      { number: `2.${at}`, text: name },
      { number: 'a)', text: 'Frente', depth: 1, kind: 'list_item' },
      { number: 'b)', text: 'Reverso', depth: 1, kind: 'list_item' },
    ]
    const before = documentOf([...section('Primer sobre', 1), ...section('Segundo sobre', 2)])
    const after = documentOf([
      ...section('Un sobre nuevo', 1),
      ...section('Primer sobre', 2),
      ...section('Segundo sobre', 3),
    ])
    expect(matched(before, after)).toEqual([
      ['2.1', '2.2'],
      ['2.1 a)', '2.2 a)'],
      ['2.1 b)', '2.2 b)'],
      ['2.2', '2.3'],
      ['2.2 a)', '2.3 a)'],
      ['2.2 b)', '2.3 b)'],
    ])
  })

  test('are not the same because they share the words that all sentences share', () => {
    const before = numbered(SIZE, 'El sobre se entregará a los OPL con la guía de la dirección.', PAPER)
    const after = numbered(SIZE, PAPER, 'En la mesa se contará el total de los votos de la entidad.')
    expect(changes(before, after)).toContainEqual([null, '1.3', 'added'])
  })

  test('are never a table on one side and a text on the other', () => {
    const [table, text] = [
      documentOf([{ number: null, text: 'Elección\tColor', kind: 'table' }]),
      documentOf([{ number: null, text: 'Elección Color' }]),
    ]
    expect(matchClauses(table, text)).toEqual([])
  })

  test('are none where a side is empty', () => {
    expect(matchClauses([], numbered(SIZE))).toEqual([])
    expect(changes(numbered(SIZE), [])).toEqual([['1.1', null, 'removed']])
    expect(changes([], [])).toEqual([])
  })

  test('are matched in a moment however many were written anew', () => {
    const words = ['sobre', 'papel', 'tinta', 'folio', 'boleta', 'sello', 'acta', 'caja', 'urna', 'mampara', 'talón']
    const text = (clause: number, salt: string) =>
      Array.from({ length: 30 }, (_, at) => `${words[(clause * 7 + at * clause) % 11]}${at % 5 === 0 ? clause : ''}`)
        .join(' ')
        .concat(` ${salt}`)
    const before = documentOf(Array.from({ length: 500 }, (_, at) => ({ number: `${at}.1`, text: text(at, 'antes') })))
    const after = documentOf(
      Array.from({ length: 500 }, (_, at) => ({ number: `${at + 3}.1`, text: text(at, 'ahora') })),
    )
    const started = performance.now()
    const pairs = matchClauses(before, after)
    expect(performance.now() - started).toBeLessThan(1500)
    expect(pairs.every((pair) => pair.before === pair.after)).toBe(true)
    expect(pairs).toHaveLength(500)
  })
})

const word = fc.constantFrom('sobre', 'papel', 'tinta', 'de', 'la', 'boleta', 'sello', '90', 'g', 'acta')
const line = fc.record({
  number: fc.option(fc.constantFrom('1.1', '1.2', 'a)', 'b)', '3.'), { nil: null }),
  text: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  depth: fc.nat(2),
  kind: fc.constantFrom('paragraph', 'list_item', 'heading', 'table'),
})
const anyDocument = fc.array(line, { maxLength: 14 }).map(documentOf)

describe('of any two documents', () => {
  test('a clause is matched at most once', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const pairs = matchClauses(before, after)
        expect(new Set(pairs.map((pair) => pair.before)).size).toBe(pairs.length)
        expect(new Set(pairs.map((pair) => pair.after)).size).toBe(pairs.length)
      }),
    )
  })

  test('one compared with itself shows no change', () => {
    fc.assert(
      fc.property(anyDocument, (one) => {
        const rows = compareClauses(one, one, matchClauses(one, one))
        expect(countChanges(rows)).toMatchObject({ unchanged: one.length })
      }),
    )
  })

  test('swapped they match the same, and what was added is what was removed', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const pairs = matchClauses(before, after)
        const swapped = matchClauses(after, before)
        expect(new Set(swapped.map((pair) => `${pair.after} ${pair.before}`))).toEqual(
          new Set(pairs.map((pair) => `${pair.before} ${pair.after}`)),
        )
        const [there, back] = [compareClauses(before, after, pairs), compareClauses(after, before, swapped)].map(
          countChanges,
        )
        expect([there?.added, there?.removed]).toEqual([back?.removed, back?.added])
      }),
    )
  })

  test('every clause of both stands in exactly one row, those of the later version in their order', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const rows = compareClauses(before, after, matchClauses(before, after))
        expect(rows.flatMap((row) => row.after ?? [])).toEqual(after)
        expect(new Set(rows.flatMap((row) => row.before ?? []))).toEqual(new Set(before))
      }),
    )
  })
})

test('renumbering 60 of 80 clauses, moving some and changing a word in others loses none of them', () => {
  const texts = Array.from(
    { length: 80 },
    (_, at) => `${PAPER} Pieza ${at}, lote ${at * 7}, con la leyenda número ${at}.`,
  )
  const before = numbered(...texts)
  const edit = fc.record({
    removed: fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 3 }),
    moved: fc.tuple(fc.nat(75), fc.nat(75)),
    reworded: fc.uniqueArray(fc.nat(79), { maxLength: 10 }),
  })
  fc.assert(
    fc.property(edit, ({ removed, moved: [from, to], reworded }) => {
      const kept = texts.map((text, at) => ({ at, text })).filter(({ at }) => !removed.includes(at))
      const [taken] = kept.splice(from, 1)
      if (taken) kept.splice(to, 0, taken)
      const after = numbered(
        ...kept.map(({ at, text }) => (reworded.includes(at) ? text.replace('Papel bond', 'Papel opaco') : text)),
      )
      expect(
        after.filter(({ citation }, at) => citation !== before[kept[at]?.at ?? 0]?.citation).length,
      ).toBeGreaterThan(0)
      expect(matchClauses(before, after)).toEqual(kept.map(({ at }, place) => ({ before: at, after: place })))
    }),
    { numRuns: 40 },
  )
})
