import { lineAt } from './tree.ts'
import type { Finding, SourceFile } from './tree.ts'

type Manifest = Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies',
  Record<string, string> | undefined
>

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/

export const isManifest = (path: string): boolean => /(?:^|\/)package\.json$/.test(path)

/** Every dependency names one version, and the whole project the same one. */
export function pinFindings(files: SourceFile[]): Finding[] {
  const pins = files
    .filter(({ path }) => isManifest(path))
    .flatMap(({ path, text }) => {
      const { dependencies, devDependencies, optionalDependencies, peerDependencies } = JSON.parse(text) as Manifest
      const all = [dependencies, devDependencies, optionalDependencies, peerDependencies]
      return all.flatMap((group) => Object.entries(group ?? {})).map(([name, version]) => ({ path, name, version }))
    })
  const loose = pins
    .filter(({ version }) => version !== 'catalog:' && version !== 'workspace:*' && !EXACT.test(version))
    .map(({ path, name, version }) => ({ path, message: `${name} ${version}: pin one exact version.` }))
  const apart = [...Map.groupBy(pins, ({ name }) => name).values()]
    .filter((uses) => new Set(uses.map(({ version }) => version)).size > 1)
    .flatMap((uses) => uses.map(({ path, name, version }) => ({ path, message: `${name} ${version}: ${ELSEWHERE}` })))
  return [...loose, ...apart, ...files.filter(({ path }) => path === 'pnpm-workspace.yaml').flatMap(catalogFindings)]
}

const ELSEWHERE = 'another package names another version; pin it once in the catalog of pnpm-workspace.yaml.'

function catalogFindings({ path, text }: SourceFile): Finding[] {
  const block = /^catalog:\n((?: {2}.*\n?)+)/m.exec(text)
  if (block?.[1] === undefined) return [{ path, message: 'The catalog of versions is missing.' }]
  const start = block.index + 'catalog:\n'.length
  return [...block[1].matchAll(/^ {2}"?([^":]+)"?: *(.+)$/gm)]
    .filter(([, , version]) => !EXACT.test(version ?? ''))
    .map(({ 1: name, 2: version, index }) => ({
      path,
      line: lineAt(text, start + index),
      message: `${name} ${version}: pin one exact version.`,
    }))
}
