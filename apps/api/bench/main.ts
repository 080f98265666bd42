import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { startTestCluster } from '@portal/database/testing'
import { measure, SCENARIOS } from './measure.ts'
import { FULL, QUICK } from './plan.ts'
import { growths, ratios, type Growth, type Row } from './report.ts'
import { assertSameAnswers } from './same-answer.ts'
import { setStage } from './stage.ts'

/*
 * `pnpm bench [--quick] [--only list]`: the product against a bare server that returns the same JSON from the same SQL.
 * It tells and never judges: a time that is asserted fails on somebody else's machine. It fails when answers differ.
 */

const { values: options } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } })
const plan = options.quick ? QUICK : FULL
const scenarios = SCENARIOS.filter((name) => options.only === undefined || options.only.split(',').includes(name))

const since = performance.now()
const say = (what: string) => console.error(`${((performance.now() - since) / 1000).toFixed(0).padStart(4)} s  ${what}`)

await using running = new AsyncDisposableStack()
const cluster = await startTestCluster()
running.defer(() => cluster.stop())

const [few, many] = plan.observations.map((count) => count.toLocaleString('en-US'))
say(`fills a database with ${few} observations and one with ${many}`)
const small = await setStage(cluster, { observations: plan.observations[0], openRounds: plan.openRounds })
running.defer(small.stop)
const large = await setStage(cluster, { observations: plan.observations[1], openRounds: plan.openRounds })
running.defer(large.stop)

for (const stage of [small, large]) await assertSameAnswers(stage)
say('product and floor give the same answers')

const rows: Row[] = []
const grown: Growth[] = []
for (const name of scenarios) {
  say(`measures ${name}`)
  const measured = await measure(name, { small, large }, plan)
  rows.push(...measured.rows)
  grown.push(measured.growth)
}
say('done')

console.log(`
Product and floor on ${many} observations of 32 OPL; ${availableParallelism()} cores, Node ${process.versions.node}

${ratios(rows)}

From ${few} to ${many} observations, at ${plan.growthAt} connections

${growths(grown)}`)
