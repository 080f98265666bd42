/** A procedure by its path, as whoever the caller calls for. */
export function call(caller: unknown, path: string, input: unknown): Promise<unknown> {
  const procedure = path.split('.').reduce<unknown>((level, name) => (level as Record<string, unknown>)[name], caller)
  return (procedure as (input: unknown) => Promise<unknown>)(input)
}

/** The code of what a procedure refused; undefined where its input did not fit, or where it broke. */
export function refusalCode(error: unknown): string | undefined {
  return (error as { cause?: { refusal?: { code: string } } }).cause?.refusal?.code
}
