import { ACT_NAMES, READ_NAMES, type ActName, type ReadName } from './floor/plan.ts'
import { interleave, type Measured } from './load/interleave.ts'
import { load, type Asking } from './load/load.ts'
import type { Plan } from './plan.ts'
import type { Growth, Row } from './report.ts'
import { floorAct, floorReads, productAct, productReads } from './scenarios.ts'
import type { Stage } from './stage.ts'

type Name = ReadName | ActName
type Server = 'product' | 'floor'

const isRead = (name: Name): name is ReadName => READ_NAMES.some((read) => read === name)

function asking({ world, nextAnswer }: Stage, server: Server, name: Name): Asking {
  if (isRead(name)) return { fixed: (server === 'product' ? productReads : floorReads)(world, name) }
  const ask = server === 'product' ? productAct : floorAct
  return { next: () => ask(world, name, nextAnswer(name)) }
}

/** One turn of one server; acts find all answers fresh. */
async function turn(stage: Stage, server: Server, name: Name, connections: number, ms: number) {
  if (name === 'act') await stage.refresh()
  return await load(stage[server], asking(stage, server, name), connections, ms)
}

const row = (scenario: Name, connections: number, measured: Measured<Server>): Row => ({
  scenario,
  connections,
  product: measured.of('product'),
  floor: measured.of('floor'),
  share: measured.ratio('product', 'floor'),
})

/** Measures one scenario at every number of connections, and how much slower the large database is at one of them. */
export async function measure(
  name: Name,
  { small, large }: { small: Stage; large: Stage },
  plan: Plan,
): Promise<{ rows: Row[]; growth: Growth }> {
  const ms = name === 'export' ? plan.exportTurnMs : plan.turnMs
  for (const stage of [small, large]) {
    for (const server of ['product', 'floor'] as const) await turn(stage, server, name, plan.growthAt, plan.warmUpMs)
  }
  const rows: Row[] = []
  for (const connections of plan.connections) {
    const on = (stage: Stage, server: Server) => () => turn(stage, server, name, connections, ms)
    rows.push(
      row(
        name,
        connections,
        await interleave(plan.turns, { product: on(large, 'product'), floor: on(large, 'floor') }),
      ),
    )
  }
  const on = (stage: Stage, server: Server) => () => turn(stage, server, name, plan.growthAt, ms)
  const grown = await interleave(plan.turns, {
    product: on(large, 'product'),
    before: on(small, 'product'),
    floor: on(large, 'floor'),
    floorBefore: on(small, 'floor'),
  })
  return {
    rows,
    growth: {
      scenario: name,
      product: grown.ratio('before', 'product'),
      floor: grown.ratio('floorBefore', 'floor'),
      p99: grown.of('product').p99Ms / grown.of('before').p99Ms,
    },
  }
}

export const SCENARIOS: readonly Name[] = [...READ_NAMES, ...ACT_NAMES]
