import type { RoundView } from '@portal/contracts'

export type DayKind = RoundView['rule']['kind']

const DAY_KIND_NAMES = {
  natural_days: 'Días naturales',
  working_days: 'Días hábiles',
  hours: 'Horas',
} as const satisfies Record<DayKind, string>

export const DAY_KIND_OPTIONS = (Object.keys(DAY_KIND_NAMES) as DayKind[]).map((kind) => ({
  value: kind,
  label: DAY_KIND_NAMES[kind],
}))
