import type { Refusal } from '@portal/contracts'
import type { Result } from '@portal/domain'

/** An expected "no", on its way to the person who asked. Anything else that is thrown is a bug. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.code, options)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** The value of a decision, or its refusal thrown up to the door. */
export function granted<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Refused(result.refusal)
  return result.value
}

/** The row that a guarded read or write found; what may not be seen looks like what does not exist. */
export function found<Row>(row: Row | undefined | null): Row {
  if (row === undefined || row === null) throw new Refused({ code: 'NOT_FOUND' })
  return row
}
