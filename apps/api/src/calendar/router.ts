import { router } from '../trpc.ts'
import { listCalendars } from './list-calendars.ts'
import { previewDue } from './preview-due.ts'

export const calendarRouter = router({
  list: listCalendars,
  previewDue,
})
