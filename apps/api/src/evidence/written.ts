import { formatCount } from '@portal/domain'
import { canonical, type Json } from '../acts/canonical.ts'

/** A value of an act as text, when nothing says how to show it. */
export function written(value: Json): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
      return value ? 'Sí' : 'No'
    case 'number':
      return Number.isSafeInteger(value) ? formatCount(value) : String(value)
    default:
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? value.join(', ')
        : canonical(value)
  }
}
