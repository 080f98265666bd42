import { OutcomeSchema, type ObservationView } from '@portal/contracts'
import { OUTCOME_GAP_NAMES, outcomeGaps, type Disposition, type OutcomeGap } from '@portal/domain'

type Outcome = NonNullable<ObservationView['outcome']>

/** An outcome while it is being written: the sentido may still be missing. */
export type OutcomeForm = Omit<Outcome, 'disposition'> & { disposition: Disposition | null }

const EMPTY: OutcomeForm = { disposition: null, reason: '', agreedText: '', answeredBy: null }

export const formOf = (outcome: Outcome | null): OutcomeForm => outcome ?? EMPTY

export const takesAgreedText = (disposition: Disposition | null): boolean =>
  disposition === 'accepted' || disposition === 'partly_accepted'

/** Chooses a sentido. What is accepted as it stands will read as the OPL asked, unless something was written already. */
export function choose(form: OutcomeForm, disposition: Disposition, shouldSay: string): OutcomeForm {
  const prefilled = disposition === 'accepted' && form.agreedText.trim() === ''
  return { ...form, disposition, agreedText: prefilled ? shouldSay : form.agreedText }
}

const tidy = (field: 'reason' | 'agreedText', text: string): string => {
  const parsed = OutcomeSchema.shape[field].safeParse(text)
  return parsed.success ? parsed.data : text
}

/** What the form says once it is saved: texts as the portal keeps them, and only the fields that its sentido has. */
function meantBy({ disposition, reason, agreedText, answeredBy }: OutcomeForm): OutcomeForm {
  const undecided = disposition === null
  return {
    disposition,
    reason: tidy('reason', reason),
    agreedText: undecided || takesAgreedText(disposition) ? tidy('agreedText', agreedText) : '',
    answeredBy: undecided || disposition === 'answered_elsewhere' ? answeredBy : null,
  }
}

export function sameMeaning(one: OutcomeForm, other: OutcomeForm): boolean {
  const [left, right] = [meantBy(one), meantBy(other)]
  return (
    left.disposition === right.disposition &&
    left.reason === right.reason &&
    left.agreedText === right.agreedText &&
    left.answeredBy === right.answeredBy
  )
}

/** Null while there is no sentido: without one nothing can be saved. */
export function outcomeOf(form: OutcomeForm): Outcome | null {
  const { disposition, ...rest } = meantBy(form)
  return disposition === null ? null : { ...rest, disposition }
}

export const gapsOf = (form: OutcomeForm): OutcomeGap[] => outcomeGaps(outcomeOf(form))

const LIST = new Intl.ListFormat('es-MX')

/** "Le falta la razón y el texto acordado." Null when it lacks nothing. */
export const gapsSentence = (gaps: readonly OutcomeGap[]): string | null =>
  gaps.length === 0 ? null : `Le falta ${LIST.format(gaps.map((gap) => OUTCOME_GAP_NAMES[gap]))}.`
