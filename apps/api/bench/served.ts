import { fork } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Served = { /** Its address, in its own words. */ said: string; stop: () => Promise<void> }

/**
 * Starts a server in a process of its own, tells it what it needs, and waits until it says where it listens.
 * @param module the address of its file; BENCH_PROFILE with its name has its processor profile written to `.cache`
 */
export async function served(module: string, message: object): Promise<Served> {
  const file = fileURLToPath(module)
  const profiled = process.env['BENCH_PROFILE'] === basename(file)
  const child = fork(file, {
    serialization: 'advanced',
    execArgv: profiled ? ['--cpu-prof', '--cpu-prof-dir=.cache/profile'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  child.once('message', (said) =>
    typeof said === 'string' ? resolve(said) : reject(new Error(`${file} says no address`)),
  )
  child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  child.send(message)
  const said = await promise
  return {
    said,
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}
