import { isDeepStrictEqual } from 'node:util'
import { ACT_NAMES, READ_NAMES, type ActName } from './floor/plan.ts'
import { floorAct, floorReads, productAct, productReads, TITLES, type Asked } from './scenarios.ts'
import type { Evidence, Stage } from './stage.ts'
import { workbookText } from './workbook.ts'

/**
 * Asks both servers every variant of every question once. A product that is fast on wrong answers is told here, and so
 * is a floor that is fast because it leaves something out.
 */
export async function assertSameAnswers(stage: Stage): Promise<void> {
  for (const name of READ_NAMES) {
    const bare = floorReads(stage.world, name)
    for (const [variant, asked] of productReads(stage.world, name).entries()) {
      const same = bare[variant]
      if (!same) throw new Error(`the floor has no variant ${variant} of ${name}`)
      const answers = [await answerOf(stage.product, asked), await answerOf(stage.floor, same)] as const
      assertSame(`${TITLES[name]}, variant ${variant}`, ...answers)
    }
  }
  for (const name of ACT_NAMES) await assertSameAct(stage, name)
}

/** Done by both on the same fresh answer, an act says the same and leaves as much evidence. */
async function assertSameAct(stage: Stage, name: ActName): Promise<void> {
  const answer = stage.nextAnswer(name)
  const done = async (origin: string, asked: Asked) => {
    await stage.refresh()
    const before = await stage.evidence()
    const said = await answerOf(origin, asked)
    return { said, left: difference(before, await stage.evidence()) }
  }
  assertSame(
    TITLES[name],
    await done(stage.product, productAct(stage.world, name, answer)),
    await done(stage.floor, floorAct(stage.world, name, answer)),
  )
}

const difference = (before: Evidence, after: Evidence) =>
  Object.fromEntries(Object.entries(after).map(([what, count]) => [what, count - before[what as keyof Evidence]]))

async function answerOf(origin: string, { path, method, headers, body }: Asked): Promise<unknown> {
  const response = await fetch(`${origin}${path}`, { method, headers, ...(body !== undefined && { body }) })
  if (!response.ok) throw new Error(`${method} ${path} gave ${response.status}: ${await response.text()}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.subarray(0, 2).toString() === 'PK') return workbookText(bytes)
  return JSON.parse(bytes.toString(), givenAnew)
}

/** A folio's number, a receipt's code and the id of a draft that was begun differ by nature. */
function givenAnew(this: unknown, name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (name === 'folio') return value.replace(/\d+$/, 'n')
  if (name === 'code' && value.length === 20) return 'code'
  return name === 'recordId' && isDraft(this) ? 'id' : value
}

const isDraft = (done: unknown): boolean =>
  typeof done === 'object' && done !== null && 'folio' in done && done.folio === null

function assertSame(what: string, ours: unknown, bare: unknown): void {
  if (isDeepStrictEqual(ours, bare)) return
  const [left, right] = [JSON.stringify(ours), JSON.stringify(bare)]
  const at = Array.from(left).findIndex((letter, index) => letter !== right[index])
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  throw new Error(`${what}: the product says …${near(left)}…, the floor …${near(right)}…`)
}
