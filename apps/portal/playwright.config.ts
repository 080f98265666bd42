import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumArgs, chromiumPath } from './e2e/chromium.ts'

const cache = join(import.meta.dirname, '..', '..', '.cache')
/** A machine with few processors gives Chromium, the server and the database their turn one after the other. */
const patience = availableParallelism() < 4 ? 2 : 1

export default defineConfig({
  testDir: 'e2e',
  outputDir: join(cache, 'e2e'),
  globalSetup: './e2e/product.ts',
  reporter: [['list'], ['json', { outputFile: join(cache, 'tests', 'e2e.json') }]],
  // The people of all tests act on one product: one after the other, as its log tells it.
  workers: 1,
  timeout: 180_000 * patience,
  expect: { timeout: 10_000 * patience },
  use: {
    actionTimeout: 15_000 * patience,
    navigationTimeout: 20_000 * patience,
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArgs },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
