import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** WCAG 2.1, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/**
 * What axe finds wrong with a screen as it is now, each with where it stands.
 * @param within a selector: only what opened is looked at, the screen under it was before
 * @param contrast whether colours are measured too: of each text of a long document that takes most of the time
 */
export async function faults(
  page: Page,
  { within, contrast = true }: { within?: string; contrast?: boolean } = {},
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(RULES)
  if (within !== undefined) axe.include(within)
  const { violations } = await (contrast ? axe : axe.disableRules('color-contrast')).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
