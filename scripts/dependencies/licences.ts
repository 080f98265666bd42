import satisfies from 'spdx-satisfies'

/** As `pnpm licenses list --json` tells it: by licence, the packages that name it. */
export type Listed = Record<string, { name: string; versions: string[] }[]>

/**
 * What a public body may use, change and pass on without owing its own code: permissive licences, those whose copyleft
 * ends at their own files (MPL, EPL), and those of the font and of published lists. SPDX identifiers.
 */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT']
const ACCEPTED = [...PERMISSIVE, 'Unlicense', 'Zlib', 'EPL-2.0', 'EUPL-1.2', 'MPL-2.0', 'CC-BY-3.0', 'OFL-1.1']

/** Packages whose manifest names its licence in words of its own; what their licence file says. */
const READ_BY_HAND: Readonly<Record<string, string>> = { '@visx/vendor': 'MIT AND ISC' }

/** The packages that may not be used, and how many were looked at. */
export function licenceFindings(listed: Listed): { seen: number; findings: string[] } {
  const packages = Object.entries(listed).flatMap(([licence, found]) => found.map((one) => ({ ...one, licence })))
  const findings = packages
    .map(({ name, versions, licence }) => ({ name, versions, licence: READ_BY_HAND[name] ?? licence }))
    .filter(({ licence }) => !isAccepted(licence))
    .map(
      ({ name, versions, licence }) =>
        `${name} ${versions.join(', ')}: "${licence}" is not among the accepted licences.`,
    )
  return { seen: packages.length, findings }
}

function isAccepted(licence: string): boolean {
  try {
    return satisfies(licence, ACCEPTED)
  } catch {
    // Not an SPDX expression: somebody has to read it.
    return false
  }
}
