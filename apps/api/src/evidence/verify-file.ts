import { VerifyFileInput, VerifyFileView } from '@portal/contracts'
import type { z } from 'zod'
import { SYSTEM_SIGHT } from '../acts/sight.ts'
import { readerOn } from '../acts/transaction.ts'
import { throttledProcedure } from '../trpc.ts'
import { certifiedFiles } from './certified-files.ts'
import { issuedFile } from './issued-file.ts'

/** What the portal knows of a file, for anybody who holds it: what proves the act, not the receipt's own address. */
export const verifyFile = throttledProcedure
  .input(VerifyFileInput)
  .output(VerifyFileView)
  .query(async ({ ctx: { deps }, input }): Promise<z.input<typeof VerifyFileView>> => {
    const reader = readerOn(deps.pool, SYSTEM_SIGHT)
    const issued = await issuedFile(reader, input.sha256)
    return issued ? [issued] : await certifiedFiles(reader, input.sha256)
  })
