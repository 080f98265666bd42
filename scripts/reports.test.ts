import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearReports, sumReports } from './reports.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-reports-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const leave = (project: string, report: object) =>
  writeFileSync(join(folder, `${project}.json`), JSON.stringify(report))

test('vitest and Playwright are added up', () => {
  leave('api', { numPassedTests: 10, numFailedTests: 2, success: false })
  leave('e2e', { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] })
  expect(sumReports(folder, ['api', 'e2e'])).toEqual({ passed: 13, failed: 4, missing: [] })
})

test('a run that failed outside its tests counts as a failure', () => {
  leave('api', { numPassedTests: 10, numFailedTests: 0, success: false })
  leave('e2e', { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] })
  expect(sumReports(folder, ['api', 'e2e'])).toEqual({ passed: 10, failed: 2, missing: [] })
})

test('a project that left no report is named and counts as a failure', () => {
  leave('api', { numPassedTests: 1, numFailedTests: 0, success: true })
  clearReports(folder)
  expect(sumReports(folder, ['api'])).toEqual({ passed: 0, failed: 1, missing: ['api'] })
})
