import type { ObservationView } from '@portal/contracts'

/** "Observación 12 de IEPC Chiapas", or "Borrador" while it has no number. */
export const observationName = ({ number, organisation }: ObservationView): string =>
  number === null ? `Borrador de ${organisation}` : `Observación ${number} de ${organisation}`
