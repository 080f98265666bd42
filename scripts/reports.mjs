// Plain ESM for Node 20 without dependencies: sums up the reports that vitest and Playwright leave.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ passed: number, failed: number, missing: string[] }} Sum */

/** Yesterday's reports must not count as today's. @param {string} folder */
export function clearReports(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/**
 * A run that failed without a failed test (a file that does not load, an error after the last test) counts as one.
 *
 * @param {string} folder
 * @param {string[]} projects
 * @returns {Sum}
 */
export function sumReports(folder, projects) {
  const sum = { passed: 0, failed: 0, missing: /** @type {string[]} */ ([]) }
  for (const project of projects) {
    const path = join(folder, `${project}.json`)
    if (!existsSync(path)) {
      sum.missing.push(project)
      sum.failed += 1
      continue
    }
    const report = JSON.parse(readFileSync(path, 'utf8'))
    const { passed, failed } = report.stats ? ofPlaywright(report) : ofVitest(report)
    sum.passed += passed
    sum.failed += failed
  }
  return sum
}

/** @param {{ numPassedTests: number, numFailedTests: number, success: boolean }} report */
function ofVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests || (report.success ? 0 : 1) }
}

/**
 * A test that passes only when repeated has failed.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report
 */
function ofPlaywright({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: failed || (errors.length > 0 ? 1 : 0) }
}
