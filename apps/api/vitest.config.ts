import { existsSync } from 'node:fs'
import { packageTests } from '../../vitest.base.ts'

// Every worker gets its own clone of a migrated database; the template is built once, before the first test.
const template = 'testing/global-setup.ts'

export default packageTests('api', {
  ...(existsSync(new URL(template, import.meta.url)) && { globalSetup: template }),
  testTimeout: 20_000,
  hookTimeout: 60_000,
})
