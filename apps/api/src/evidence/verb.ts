import { formatDue } from '@portal/domain'
import type { Json } from '../acts/canonical.ts'
import { written } from './written.ts'

/** How a detail is shown: its label, with a function where the value is a code. */
type Detail =
  | string
  | {
      label: string
      show: (value: Json, names: Names) => string
      /** Outside of DERFE only once the matrix is published. */
      reserved?: true
    }

/** The short names of organisations by their key. */
export type Names = { readonly [organisationId: string]: string }

export type Verb = {
  /**
   * Who may read it beside the auditor. `own`: what an OPL did before it sent, only itself; `derfe`: what DERFE did
   * before the matrix was published, only DERFE until then; `inside`: who read what few may read, only DERFE; `all`:
   * everybody who may see the record.
   */
  reads: 'all' | 'own' | 'derfe' | 'inside'
  /** By the name that the act gives it; null is not shown: an id, or what the receipt says already. */
  details: { readonly [name: string]: Detail | null }
}

export const named =
  (names: Readonly<Record<string, string>>) =>
  (value: Json): string =>
    (typeof value === 'string' && names[value]) || written(value)
export const instant = (value: Json): string => (typeof value === 'string' ? formatDue(value) : written(value))
export const file = (value: Json): string => {
  const { name, sha256 } = value as { readonly [name: string]: Json }
  return typeof name === 'string' && typeof sha256 === 'string' ? `${name} (SHA-256 ${sha256})` : written(value)
}
export const each =
  (show: (item: Json, names: Names) => string) =>
  (value: Json, names: Names): string =>
    Array.isArray(value) ? value.map((item: Json) => show(item, names)).join(', ') : written(value)
export const organisation = (id: Json, names: Names): string => (typeof id === 'string' && names[id]) || written(id)
export const organisations = each(organisation)
export const list = each(written)

export const DAY_KIND_NAMES = { natural_days: 'días naturales', working_days: 'días hábiles', hours: 'horas' }
