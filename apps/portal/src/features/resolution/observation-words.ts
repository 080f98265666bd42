import type { ObservationView } from '@portal/contracts'

/** "Observación 12", or what stands for a number that is not there: late, and not judged or not admitted. */
export const observationTitle = ({ number }: Pick<ObservationView, 'number'>): string =>
  number === null ? 'Observación sin número' : `Observación ${number}`

/** What it is on: "2.1", "2.1, fragmento", "Sobre-PEP, pág. 1". */
export function placeWords({ target, citation, element, page }: ObservationView): string {
  if (target.kind === 'region') return `${element ?? 'Lámina'}, pág. ${page ?? target.page}`
  const clause = citation ?? 'Numeral'
  return target.kind === 'text' ? `${clause}, fragmento` : clause
}

/** Whether the person proposes its outcome: DERFE's coordinator, or the area to which it is referred. */
export const maySave = ({ allowed }: Pick<ObservationView, 'allowed'>): boolean =>
  allowed.includes('dispose') || allowed.includes('answer_referral')
