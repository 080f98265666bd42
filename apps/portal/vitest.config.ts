import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { packageTests } from '../../vitest.base.ts'

const setup = 'src/testing/setup.ts'

export default {
  plugins: [react()],
  ...packageTests('portal', {
    environment: 'jsdom',
    ...(existsSync(new URL(setup, import.meta.url)) && { setupFiles: [setup] }),
    testTimeout: 20_000,
  }),
}
