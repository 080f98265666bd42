import type { Refusal } from '@portal/contracts'
import { expect } from 'vitest'

/** The act is refused, with at least these facts. */
export async function expectRefusal(act: Promise<unknown>, refusal: Pick<Refusal, 'code'> & Partial<Refusal>) {
  await expect(act).rejects.toMatchObject({ cause: { refusal } })
}
