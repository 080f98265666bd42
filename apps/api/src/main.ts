import { DatabaseStartError, MigrationError } from '@portal/database'
import { readEnv } from './env.ts'
import { startProduct, type Product } from './start/product.ts'
import { StartFailure } from './start/start-failure.ts'

let starting: Promise<Product> | undefined
let ending = false

/** Ends once, in order: whoever signals again while it does is heard already. */
async function end(exit: number, why?: { error: unknown }): Promise<void> {
  if (ending) return
  ending = true
  let code = exit
  try {
    const product = await starting
    if (why) product?.log.fatal({ err: why.error }, 'the product can not go on')
    await product?.stop()
  } catch (error) {
    if (!why) say(error)
    code = 1
  }
  process.exit(code)
}

/** One sentence for whoever typed the command; what nobody foresaw also says where. */
function say(error: unknown): void {
  const foreseen =
    error instanceof StartFailure || error instanceof DatabaseStartError || error instanceof MigrationError
  if (foreseen) console.error(error.message)
  else console.error('El portal no pudo iniciar por una falla que no se había previsto:', error)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => void end(1, { error }))
}

try {
  starting = startProduct(readEnv(), (error) => void end(1, { error }))
  const product = await starting
  console.log(`Portal: ${product.url}`)
  if (product.firstAdministrator) console.log(`Primera administración: ${product.firstAdministrator}`)
} catch (error) {
  if (!ending) {
    say(error)
    process.exit(1)
  }
}
