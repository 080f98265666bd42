export const OBSERVATION_TYPES = ['substance', 'form', 'spelling'] as const
export type ObservationType = (typeof OBSERVATION_TYPES)[number]

export const OBSERVATION_STATUSES = [
  'draft',
  'received',
  'referred',
  'proposed',
  'resolved',
  'incorporated',
  'not_applicable',
  'withdrawn',
] as const
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number]

/** "Sentido": what was decided on an observation. "Trámite" (status) is where it stands: two different things. */
export const DISPOSITIONS = ['accepted', 'partly_accepted', 'rejected', 'answered_elsewhere'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

export const OBSERVATION_TYPE_NAMES = {
  substance: 'Fondo',
  form: 'Forma',
  spelling: 'Ortografía',
} as const satisfies Record<ObservationType, string>

export const OBSERVATION_STATUS_NAMES = {
  draft: 'Borrador',
  received: 'Recibida',
  referred: 'Turnada',
  proposed: 'Con propuesta',
  resolved: 'Resuelta',
  incorporated: 'Incorporada',
  not_applicable: 'No aplica',
  withdrawn: 'Retirada',
} as const satisfies Record<ObservationStatus, string>

export const DISPOSITION_NAMES = {
  accepted: 'Procede',
  partly_accepted: 'Procede parcialmente',
  rejected: 'No procede',
  answered_elsewhere: 'Atendida en otra',
} as const satisfies Record<Disposition, string>

/** What an OPL replies to the outcome of its observation (domain section 5). */
export const REPLIES = ['agrees', 'disagrees'] as const
export type Reply = (typeof REPLIES)[number]

export const REPLY_NAMES = { agrees: 'Conforme', disagrees: 'Inconforme' } as const satisfies Record<Reply, string>

/** What an observation speaks of: the whole clause, a stretch of its text, or a region of an artwork's page. */
export type ObservationTarget =
  | { kind: 'clause'; clauseId: string }
  /** UTF-16 offsets into the clause's text. */
  | { kind: 'text'; clauseId: string; start: number; end: number; quote: string }
  /** Page from 1; box in PDF points (1/72 inch) from the page's lower left corner, as the page is stored, unrotated. */
  | {
      kind: 'region'
      artworkId: string
      page: number
      x: number
      y: number
      width: number
      height: number
      clauseId: string | null
    }

/** The outcome that the coordinator proposes for an observation. */
export type Outcome = {
  disposition: Disposition
  /** Why. Needed unless the observation is accepted as it stands. */
  reason: string
  /** The text that will stand. Needed when accepted or partly accepted. */
  agreedText: string
  /** The number of the observation that answers this one. Needed for `answered_elsewhere`. */
  answeredBy: number | null
}

export type OutcomeGap = 'NO_DISPOSITION' | 'NO_REASON' | 'NO_AGREED_TEXT' | 'NO_ANSWERING_OBSERVATION'

export const OUTCOME_GAP_NAMES = {
  NO_DISPOSITION: 'el sentido',
  NO_REASON: 'la razón',
  NO_AGREED_TEXT: 'el texto acordado',
  NO_ANSWERING_OBSERVATION: 'el número de la observación que la atiende',
} as const satisfies Record<OutcomeGap, string>

/** What an outcome still lacks before the whole round can be proposed (domain section 5, `resolving`). */
export function outcomeGaps(outcome: Outcome | null): OutcomeGap[] {
  if (outcome === null) return ['NO_DISPOSITION']
  const gaps: OutcomeGap[] = []
  if (outcome.disposition !== 'accepted' && outcome.reason.trim() === '') gaps.push('NO_REASON')
  const changesText = outcome.disposition === 'accepted' || outcome.disposition === 'partly_accepted'
  if (changesText && outcome.agreedText.trim() === '') gaps.push('NO_AGREED_TEXT')
  if (outcome.disposition === 'answered_elsewhere' && outcome.answeredBy === null) gaps.push('NO_ANSWERING_OBSERVATION')
  return gaps
}
