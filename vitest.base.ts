import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import type { ViteUserConfig } from 'vitest/config'

/**
 * What every package's tests have in common. Each run leaves a report that `npm test` sums up; `project` names it.
 * An unhandled rejection fails the run, and mocks never leak from one test into the next.
 */
export function packageTests(project: string, own: ViteUserConfig['test'] = {}): ViteUserConfig {
  return defineConfig({
    test: {
      include: ['src/**/*.test.{ts,tsx}', 'testing/**/*.test.ts', 'bench/**/*.test.ts'],
      reporters: ['default', ['json', { outputFile: join(import.meta.dirname, '.cache', 'tests', `${project}.json`) }]],
      restoreMocks: true,
      ...own,
    },
  })
}
