import react from '@vitejs/plugin-react'
import { packageTests } from '../../vitest.base.ts'

export default {
  plugins: [react()],
  ...packageTests('portal', {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 20_000,
    // One jsdom and one load of the component library per worker; setup.ts leaves nothing behind from test to test.
    isolate: false,
  }),
}
