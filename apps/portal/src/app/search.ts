/** Search params as the URL has them: only the known ones, only text, nothing empty. Numbers come back as text. */
export const textSearch =
  <const Name extends string>(...names: readonly Name[]) =>
  (raw: Record<string, unknown>): { [Key in Name]?: string | undefined } => {
    const known: { [Key in Name]?: string | undefined } = {}
    for (const name of names) {
      const value = raw[name]
      if (typeof value === 'string' || typeof value === 'number') {
        const text = String(value).slice(0, 500)
        if (text !== '') known[name] = text
      }
    }
    return known
  }
