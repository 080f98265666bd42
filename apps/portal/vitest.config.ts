import react from '@vitejs/plugin-react'
import { packageTests } from '../../vitest.base.ts'

export default {
  plugins: [react()],
  ...packageTests('portal', {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 20_000,
  }),
}
