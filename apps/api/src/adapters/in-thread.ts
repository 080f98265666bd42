import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/**
 * What the first message of a thread of its own says: for work that takes seconds, in which everybody else would wait.
 * @param module the thread's; it finds `data` as `workerData`, tells one message and ends
 * @throws what the thread threw, or a TimeoutError after `mostMs`
 */
export async function inThread<Answer>(module: URL, data: unknown, mostMs: number): Promise<Answer> {
  const thread = new Worker(module, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 1024 } })
  try {
    // An error of the thread rejects this; the time out too.
    const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(mostMs) })) as [Answer]
    return answer
  } finally {
    await thread.terminate()
  }
}
