/** The outcome of a decision: a value, or an expected refusal that carries facts. Bugs throw; refusals are returned. */
export type Result<Value, Reason> = { ok: true; value: Value } | { ok: false; refusal: Reason }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const refuse = <Reason>(refusal: Reason): { ok: false; refusal: Reason } => ({ ok: false, refusal })

/** Closes a switch: a case that was forgotten does not compile, and one that arrives from outside is a bug. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
