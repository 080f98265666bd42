import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { unzipSync } from 'fflate'
import { bundleRecord } from '../src/evidence/record-bundle/bundle-record.ts'
import type { TestProduct } from './product.ts'

/** The expediente of a record as somebody has it on their disk. @returns the paths of its files, sorted */
export async function unpackExpediente(
  product: TestProduct,
  { who, recordId, folder }: { who: string; recordId: string; folder: string },
): Promise<string[]> {
  const zip = await buffer(await bundleRecord(product.deps, product.person(who), recordId))
  const parts = Object.entries(unzipSync(zip))
  for (const [path, content] of parts) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return parts.map(([path]) => path).toSorted()
}

/** Whoever alters a file mends its sum too: that takes no key. */
export async function mendSums(folder: string): Promise<void> {
  const listed = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).split('\n').slice(0, -1)
  const sums = await Promise.all(
    listed.map(async (line) => {
      const path = line.slice(66)
      const sum = createHash('sha256').update(await readFile(join(folder, path)))
      return `${sum.digest('hex')}  ${path}\n`
    }),
  )
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''))
}
