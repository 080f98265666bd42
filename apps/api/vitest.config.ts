import { packageTests } from '../../vitest.base.ts'

// One PostgreSQL for the run, migrated once; every test file works on a copy of its database.
export default packageTests('api', {
  globalSetup: '@portal/database/testing/setup',
  // No module keeps what a test leaves behind, and each file would load the whole API anew: a third of the time.
  isolate: false,
  testTimeout: 20_000,
  hookTimeout: 60_000,
})
