import type { Logger } from 'pino'
import type { FileStore } from '../adapters/file-store.ts'
import type { MalwareScanner, Verdict } from '../adapters/malware-scanner.ts'
import { Refused } from '../refused.ts'

/**
 * A store that keeps nothing which was not scanned: a file waits under a name that nobody knows, appears when it is
 * clean, and is gone when it is not, or when the scanner does not answer. So nothing unscanned is ever served or used.
 * @throws Refused INFECTED, SCANNER_NOT_ANSWERING from `put`
 */
export function scannedFileStore(store: FileStore, scanner: MalwareScanner, log: Logger): FileStore {
  const verdictOn = async (content: Parameters<MalwareScanner['scan']>[0]): Promise<Verdict> => {
    try {
      return await scanner.scan(content)
    } catch (cause) {
      log.error({ err: cause }, 'an upload could not be scanned')
      throw new Refused({ code: 'SCANNER_NOT_ANSWERING' }, { cause })
    }
  }
  return {
    ...store,
    put: (bytes, limitBytes, accept) =>
      store.put(bytes, limitBytes, async (content) => {
        await accept?.(content)
        const verdict = await verdictOn(content.open())
        if (!verdict.infected) return
        const { signature } = verdict
        log.warn({ signature, bytes: content.bytes }, 'an infected upload was refused')
        throw new Refused({ code: 'INFECTED', signature })
      }),
  }
}
