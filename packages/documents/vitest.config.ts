import { packageTests } from '../../vitest.base.ts'

// Some tests start a process or lay out many pages: on a busy machine that takes longer than the usual five seconds.
export default packageTests('documents', { testTimeout: 60_000 })
