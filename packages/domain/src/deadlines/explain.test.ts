import { describe, expect, test } from 'vitest'
import type { DayKind, WorkCalendar } from './calendar.ts'
import { electoralCalendar, ordinaryCalendar } from './calendar.ts'
import { dueOf, extendedDueOf } from './due.ts'
import { explainDue } from './explain.ts'
import { lftHolidays } from './lft-holidays.ts'

const ordinary = ordinaryCalendar([...lftHolidays(2017), ...lftHolidays(2018)])
const notifiedAt = '2017-12-15T17:30:00.000Z'

function sentences(amount: number, kind: DayKind, calendar: WorkCalendar): string[] {
  const result = dueOf({ notifiedAt, rule: { amount, kind }, calendar })
  if (!result.ok) throw new Error(result.refusal.code)
  // As it comes back from where it is stored.
  return explainDue(JSON.parse(JSON.stringify(result.value.explanation)) as typeof result.value.explanation)
}

describe('¿Por qué esta fecha?', () => {
  test('working days outside an electoral process', () => {
    expect(sentences(10, 'working_days', ordinary)).toEqual([
      'El plazo es de 10 días hábiles.',
      'Se notificó el vie 15 dic 2017, 11:30.',
      'Se cuenta desde el día siguiente, sáb 16 dic 2017; el día 1 es el lun 18 dic 2017.',
      'No cuentan por descanso semanal: sáb 16 dic 2017, dom 17 dic 2017, sáb 23 dic 2017, dom 24 dic 2017, sáb 30 dic 2017 y dom 31 dic 2017.',
      'No cuentan por ser inhábiles: lun 25 dic 2017, Navidad; lun 1 ene 2018, Año Nuevo.',
      'Vence el mar 2 ene 2018, 24:00, hora del centro de México.',
      'Calendario: Fuera de proceso electoral. Fundamento: LGSMIME, artículo 7, párrafo 2; LFT, artículo 74.',
    ])
  })

  test('nobody was notified yet when a date is previewed', () => {
    const result = dueOf({ notifiedAt, rule: { amount: 3, kind: 'natural_days' }, calendar: ordinary })
    if (!result.ok) throw new Error(result.refusal.code)
    expect(explainDue(result.value.explanation, 'not_yet')).toContain('Se notificaría ahora, vie 15 dic 2017, 11:30.')
  })

  test('during an electoral process', () => {
    expect(sentences(10, 'working_days', electoralCalendar())).toEqual([
      'El plazo es de 10 días hábiles.',
      'Se notificó el vie 15 dic 2017, 11:30.',
      'Se cuenta desde el día siguiente, sáb 16 dic 2017, que es el día 1.',
      'Vence el lun 25 dic 2017, 24:00, hora del centro de México.',
      'Calendario: Proceso electoral. Fundamento: LGIPE, artículo 97, párrafo 1; LGSMIME, artículo 7, párrafo 1.',
      'Durante el proceso electoral todos los días y horas son hábiles.',
    ])
  })

  test('hours outside an electoral process say that they run on all days', () => {
    const said = sentences(72, 'hours', ordinary)
    expect(said[0]).toBe('El plazo es de 72 horas.')
    expect(said).toContain('Las horas se cuentan de momento a momento, desde ese instante.')
    expect(said).toContain('Vence el lun 18 dic 2017, 11:30, hora del centro de México.')
    expect(said).toContain('Las horas corren también en días de descanso semanal e inhábiles.')
  })

  test('natural days say that all days count; one is singular', () => {
    const said = sentences(1, 'natural_days', ordinary)
    expect(said[0]).toBe('El plazo es de 1 día natural.')
    expect(said).toContain('Los días naturales se cuentan también en días de descanso semanal e inhábiles.')
  })

  test('a long deadline counts its weekly days off instead of listing them', () => {
    // 41 weekends from 16 December 2017 to 23 September 2018, less Sunday 16 September, which is named as a holiday.
    expect(sentences(200, 'working_days', ordinary)).toContain('No cuentan 81 días de descanso semanal.')
  })

  test('a calendar without holidays of a year says so', () => {
    expect(sentences(10, 'working_days', ordinaryCalendar(lftHolidays(2017))).at(-1)).toBe(
      'Revise el calendario: no tiene días inhábiles de 2018.',
    )
  })

  test('an extension names the end that it moves', () => {
    const rule = { amount: 3, kind: 'natural_days' } as const
    const result = extendedDueOf({ dueAt: '2017-12-26T06:00:00.000Z', rule, calendar: electoralCalendar() })
    if (!result.ok) throw new Error(result.refusal.code)
    expect(explainDue(result.value.explanation).slice(1, 4)).toEqual([
      'Prorroga el plazo que vencía el lun 25 dic 2017, 24:00.',
      'Se cuenta desde el día siguiente, mar 26 dic 2017, que es el día 1.',
      'Vence el jue 28 dic 2017, 24:00, hora del centro de México.',
    ])
  })
})
