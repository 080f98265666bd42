import { packageTests } from '../vitest.base.ts'

export default packageTests('scripts', { include: ['**/*.test.ts'], testTimeout: 60_000 })
