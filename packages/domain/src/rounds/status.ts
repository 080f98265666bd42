export const ROUND_STATUSES = [
  'preparing',
  'open',
  'resolving',
  'validating',
  'conformity',
  'published',
  'concluded',
  'cancelled',
] as const
export type RoundStatus = (typeof ROUND_STATUSES)[number]

export const ROUND_STATUS_NAMES = {
  preparing: 'En preparación',
  open: 'Abierta',
  resolving: 'En resolución',
  validating: 'En validación',
  conformity: 'En conformidad',
  published: 'Matriz publicada',
  concluded: 'Concluida',
  cancelled: 'Cancelada',
} as const satisfies Record<RoundStatus, string>

export const RESPONSE_STATUSES = [
  'unopened',
  'drafting',
  'internal_approval',
  'sent_with_observations',
  'no_observations',
  'withdrawn_to_correct',
  'no_answer',
  'late',
] as const
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number]

export const RESPONSE_STATUS_NAMES = {
  unopened: 'Sin abrir',
  drafting: 'En elaboración',
  internal_approval: 'En aprobación interna',
  sent_with_observations: 'Envió observaciones',
  no_observations: 'Sin observaciones',
  withdrawn_to_correct: 'Retirada para corregir',
  no_answer: 'No contestó',
  late: 'Fuera de plazo',
} as const satisfies Record<ResponseStatus, string>

/** In time and formally: "sin observaciones" is an answer, silence is not (domain section 4, rule 8). */
export const hasAnswered = (status: ResponseStatus): boolean =>
  status === 'sent_with_observations' || status === 'no_observations'
