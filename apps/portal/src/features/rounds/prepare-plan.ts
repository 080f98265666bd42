import type { RoundView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import type { DayKind } from './day-kinds.ts'

/** What the coordinator decides of a round before it is opened, as the form holds it. */
export type Plan = {
  /** Keys of OPL, in the official order. */
  recipients: string[]
  /** Empty while the field is. */
  amount: number | ''
  kind: DayKind
  calendarKey: string
  visibility: RoundView['visibility']
  /** Whether each OPL may reply to what was decided, and for how long. */
  asksConformity: boolean
  conformityAmount: number | ''
  conformityKind: DayKind
  message: string
}

export const planOf = ({ responses, rule, calendarKey, visibility, conformity, message }: RoundView): Plan => ({
  recipients: responses.map(({ organisation }) => organisation.id),
  amount: rule.amount,
  kind: rule.kind,
  calendarKey,
  visibility,
  asksConformity: conformity !== null,
  conformityAmount: conformity?.amount ?? CONFORMITY_DAYS,
  conformityKind: conformity?.kind ?? 'natural_days',
  message,
})

/** What the form offers to begin with; no text says how long it has to be. */
export const CONFORMITY_DAYS = 3

/** As the API takes it. Ask only of a form that is valid. */
export const planInput = ({ amount, kind, asksConformity, conformityAmount, conformityKind, ...plan }: Plan) => ({
  ...plan,
  rule: { amount: Number(amount), kind },
  conformity: asksConformity ? { amount: Number(conformityAmount), kind: conformityKind } : null,
})

const UNITS = {
  natural_days: ['día natural', 'días naturales'],
  working_days: ['día hábil', 'días hábiles'],
  hours: ['hora', 'horas'],
} as const satisfies Record<DayKind, readonly [string, string]>

/** "10 días naturales" */
export function ruleWords({ amount, kind }: RoundView['rule']): string {
  const [one, many] = UNITS[kind]
  return `${formatCount(amount)} ${amount === 1 ? one : many}`
}

const wholeNumber = (amount: number | ''): string | null =>
  Number.isInteger(amount) && Number(amount) > 0 ? null : 'Escriba un número entero, de 1 en adelante.'

export const validatePlan = {
  recipients: (recipients: string[]) => (recipients.length === 0 ? 'Elija al menos un OPL.' : null),
  amount: wholeNumber,
  conformityAmount: (amount: Plan['conformityAmount'], { asksConformity }: Plan) =>
    asksConformity ? wholeNumber(amount) : null,
  calendarKey: (key: string) => (key === '' ? 'Elija un calendario.' : null),
}
