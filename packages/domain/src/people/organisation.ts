/**
 * Organisations are data (32 entities may take part one day); their kinds are not.
 * Two OPL share the acronym IEPC (Chiapas, Jalisco): an organisation is keyed by entity and shown as "IEPC Chiapas".
 */
export const ORGANISATION_KINDS = ['opl', 'ine_area', 'informed'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** The area of INE that coordinates: its coordinator opens rounds, its head validates. */
export const COORDINATING_AREA = 'derfe'

/** The area that reviews and validates the OPL's models: its people have roles of their own. */
export const VALIDATING_AREA = 'deoe'

export type Organisation = {
  /** Lower-case key by entity or area: `chis`, `cdmx`, `derfe`, `deoe`. */
  id: string
  kind: OrganisationKind
  /** As shown in lists: "IEPC Chiapas", "IECM", "DERFE". */
  shortName: string
  name: string
  /** The federal entity of an OPL; null for INE's areas. */
  entity: string | null
  /** An OPL's own rule: with two levels only its head sends formally what the liaison prepared. */
  twoLevels: boolean
  /** The official order (Chiapas, Ciudad de México, Guanajuato, Jalisco, Morelos, Puebla, Yucatán), then INE's areas. */
  position: number
}
