import { packageTests } from '../../vitest.base.ts'

// Its types and values are exercised by the tests of those that use them; own tests are welcome beside the code.
export default packageTests('samples', { passWithNoTests: true })
