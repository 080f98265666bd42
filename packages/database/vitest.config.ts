import { packageTests } from '../../vitest.base.ts'

export default packageTests('database', { globalSetup: ['src/testing-setup.ts'] })
