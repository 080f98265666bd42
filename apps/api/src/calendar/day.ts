import { wallClockAt } from '@portal/domain'

/** The day of central Mexico (YYYY-MM-DD) at an ISO instant: appointments begin and end with it. */
export const dayAt = (instant: string): string => wallClockAt(Date.parse(instant)).date
