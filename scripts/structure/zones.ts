import type { Import } from './imports.ts'
import type { Finding } from './tree.ts'

/**
 * Who may import whom, from `docs/architecture.md`. `ours` are the project's packages that it may import: their values,
 * or only their types; `foreign` says which other packages it may. Tests may use any tool, and `testsOnly` packages.
 */
type Zone = {
  ours: Record<string, 'values' | 'types'>
  testsOnly?: string[]
  foreign?: (name: string) => boolean
  instead: string
}

const ZONES: Record<string, Zone> = {
  'packages/domain': {
    ours: {},
    foreign: () => false,
    instead: 'The domain is plain TypeScript without input or output: take what it needs as an argument.',
  },
  'packages/contracts': {
    ours: { '@portal/domain': 'values' },
    foreign: (name) => name === 'zod' || name.startsWith('zod/'),
    instead: 'Contracts are zod schemas over the domain: convert rows into views in apps/api.',
  },
  'packages/documents': {
    ours: { '@portal/domain': 'values' },
    instead: 'Documents turn files into data and back: let apps/api fetch what they need and store what they give.',
  },
  'packages/database': {
    ours: { '@portal/domain': 'types' },
    foreign: (name) => !/^(?:zod|react|fastify|@trpc\/)/.test(name),
    instead: 'The database knows tables only: decide in the domain and shape views in apps/api.',
  },
  'packages/ui': {
    ours: { '@portal/domain': 'values' },
    foreign: (name) => !/^(?:@trpc\/|@tanstack\/|zod|node:)/.test(name),
    instead: 'Components of ui only present: take data and callbacks as props, and fetch in apps/portal.',
  },
  'packages/samples': {
    ours: { '@portal/domain': 'values', '@portal/contracts': 'values' },
    instead: 'Samples build views of the contracts, nothing else.',
  },
  'apps/api': {
    ours: {
      '@portal/domain': 'values',
      '@portal/contracts': 'values',
      '@portal/database': 'values',
      '@portal/documents': 'values',
    },
    foreign: (name) => !/^(?:react|@mantine\/|@tanstack\/)/.test(name),
    instead: 'The API draws nothing: put what both sides need into domain or contracts.',
  },
  'apps/portal': {
    ours: {
      '@portal/domain': 'values',
      '@portal/contracts': 'values',
      '@portal/ui': 'values',
      '@portal/api': 'types',
    },
    testsOnly: ['@portal/samples'],
    foreign: (name) => !/^(?:pg|fastify|@prisma\/|node:)/.test(name),
    instead: 'The portal asks the API: `import type` its router, and put shared rules into domain or contracts.',
  },
}

export function zoneFindings(imports: Import[]): Finding[] {
  return imports.flatMap((edge) => {
    const message = leavesPackage(edge) ?? crossesZone(edge) ?? crossesSlice(edge) ?? crossesFeature(edge)
    return message === undefined ? [] : [{ path: edge.from, line: edge.line, message: `${edge.to}: ${message}` }]
  })
}

const packageOf = (path: string) => /^(?:apps|packages)\/[^/]+/.exec(path)?.[0]

function leavesPackage({ from, to, relative }: Import): string | undefined {
  const home = packageOf(from)
  if (!relative || home === undefined || packageOf(to) === home || to === 'vitest.base.ts') return undefined
  return 'A relative import stays inside its package: import the other package by name.'
}

function crossesZone({ from, to, relative, types, test }: Import): string | undefined {
  const zone = ZONES[packageOf(from) ?? '']
  if (relative || zone === undefined) return undefined
  const ours = /^@portal\/[^/]+/.exec(to)?.[0]
  if (ours === undefined) return test || zone.foreign === undefined || zone.foreign(to) ? undefined : zone.instead
  if (`${packageOf(from)?.split('/')[1]}` === ours.split('/')[1]) return undefined
  const allowed = test && zone.testsOnly?.includes(ours) ? 'values' : zone.ours[ours]
  if (allowed === 'values' || (allowed === 'types' && (types || test))) return undefined
  return allowed === 'types' ? `Only \`import type\` may cross here. ${zone.instead}` : zone.instead
}

/** What every slice stands on, and what puts slices together. */
const FOUNDATIONS = ['acts', 'adapters', 'http']
const COMPOSERS = ['start', 'demonstration']

/** Slices of the API meet in the domain, in an act, or in what another exports on purpose. */
function crossesSlice({ from, to, relative, test }: Import): string | undefined {
  const home = sliceOf(from)
  const other = sliceOf(to)
  if (!relative || test || home === undefined || other === undefined || home === other) return undefined
  if (COMPOSERS.includes(home) || FOUNDATIONS.includes(other)) return undefined
  if (FOUNDATIONS.includes(home)) return `${home} serves every slice: let the slice pass it what it needs.`
  if (COMPOSERS.includes(other)) return `${other} puts slices together: let it pass what this one needs.`
  if (to.endsWith('/exports.ts')) return undefined
  return `Import ../${other}/exports.ts, and export there the one function that this slice needs.`
}

const sliceOf = (path: string) => /^apps\/api\/src\/([^/]+)\//.exec(path)?.[1]

/** app composes features, features stand beside one another, and lib serves both. */
function crossesFeature({ from, to, relative, test }: Import): string | undefined {
  if (!relative || test) return undefined
  const [home, other] = [layerOf(from), layerOf(to)]
  if (home === undefined || other === undefined) return undefined
  if (home.layer === 'lib' && other.layer !== 'lib') return 'lib serves features and app: pass it what it needs.'
  if (home.layer !== 'features') return undefined
  if (other.layer === 'app') return 'app composes features: let it pass what this one needs, or move that to lib.'
  if (other.layer !== 'features' || home.feature === other.feature) return undefined
  return 'A feature never imports another: compose both in src/app, or move what they share to lib or ui.'
}

function layerOf(path: string) {
  const [, layer, feature] = /^apps\/portal\/src\/(app|features|lib)\/([^/]+)/.exec(path) ?? []
  return layer === undefined ? undefined : { layer, feature }
}
