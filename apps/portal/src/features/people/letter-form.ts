import { DelegateInput } from '@portal/contracts'

const { letter: Letter, fromDay: Day } = DelegateInput.shape

/** What an appointment and a delegation share: from when to when, and by which letter. */
export type ByLetter = { fromDay: string; untilDay: string; letter: string }

const NO_DAY = 'Escriba una fecha que exista.'

/** @param open no last day is needed */
export const byLetter = ({ open }: { open: boolean }) => ({
  fromDay: (value: string) => (Day.safeParse(value).success ? null : NO_DAY),
  untilDay: (value: string, { fromDay }: ByLetter) => {
    if (value === '') return open ? null : 'Escriba el último día.'
    if (!Day.safeParse(value).success) return NO_DAY
    return value < fromDay ? 'El último día es anterior al primero.' : null
  },
  letter: (value: string) => (Letter.safeParse(value).success ? null : 'Escriba el oficio tal como consta.'),
})
