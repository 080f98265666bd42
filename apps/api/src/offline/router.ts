import { router } from '../trpc.ts'
import { previewFile } from './preview-file.ts'
import { takeRows } from './take-rows.ts'

export const offlineRouter = router({
  preview: previewFile,
  take: takeRows,
})
