import { importsOf, isModule } from './imports.ts'
import { isManifest, pinFindings } from './pins.ts'
import { bannedTexts, drawers, longFiles } from './texts.ts'
import type { Finding, SourceFile } from './tree.ts'
import { zoneFindings } from './zones.ts'

export type Seen = { files: number; modules: number; imports: number; manifests: number }

/** Less than this was never the whole project: a check that looked at nothing must not be green. */
export const LEAST: Seen = { files: 200, modules: 150, imports: 400, manifests: 9 }

/** What linter, compiler and knip can't say about the project, with what was looked at to say it. */
export function inspect(files: SourceFile[], least: Seen = LEAST): { findings: Finding[]; seen: Seen } {
  const modules = files.filter(({ path }) => isModule(path)).map(importsOf)
  const imports = modules.flatMap((module) => module.imports)
  const seen = {
    files: files.length,
    modules: modules.length,
    imports: imports.length,
    manifests: files.filter(({ path }) => isManifest(path)).length,
  }
  const missing = (Object.keys(least) as (keyof Seen)[])
    .filter((what) => seen[what] < least[what])
    .map((what) => ({ path: '.', message: `Only ${seen[what]} ${what} were seen, at least ${least[what]} are there.` }))
  return {
    seen,
    findings: [
      ...missing,
      ...modules.flatMap((module) => module.findings),
      ...zoneFindings(imports),
      ...bannedTexts(files),
      ...longFiles(files),
      ...drawers(files),
      ...pinFindings(files),
    ],
  }
}
