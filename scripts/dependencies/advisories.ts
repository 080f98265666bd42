export type Advisory = { severity: string; name: string; title: string; url: string }

type Answer = {
  advisories?: Record<string, { severity: string; module_name: string; title: string; url: string }>
  metadata?: object
}

/** What `pnpm audit --json` found; null when it got no answer, which must never look like "nothing known". */
export function advisoriesOf(answer: string): Advisory[] | null {
  let parsed: Answer
  try {
    parsed = JSON.parse(answer) as Answer
  } catch {
    return null
  }
  const { advisories, metadata } = parsed
  if (advisories === undefined || metadata === undefined) return null
  return Object.values(advisories).map(({ severity, module_name: name, title, url }) => ({
    severity,
    name,
    title,
    url,
  }))
}
