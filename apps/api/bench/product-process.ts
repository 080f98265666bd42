import { readEnv } from '../src/env.ts'
import { startProduct } from '../src/start/product.ts'

/*
 * The product as it is started for real, on a database that is filled already. A process of its own, like the floor;
 * its log goes nowhere, but it is written.
 */
process.once('message', (variables: NodeJS.ProcessEnv) => {
  const starting = startProduct(readEnv(variables), (error) => {
    console.error(error)
    process.exit(1)
  })
  void starting.then(({ url }) => process.send?.(url))
})
process.once('disconnect', () => process.exit(0))
