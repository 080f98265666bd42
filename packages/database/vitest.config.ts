import { packageTests } from '../../vitest.base.ts'

/** Real processes and databases: on a loaded machine they take their time, and that is no failure. */
export default packageTests('database', {
  globalSetup: ['src/testing-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
})
