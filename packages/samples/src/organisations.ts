import type { OrganisationView } from '@portal/contracts'

const opl = (id: string, shortName: string, name: string, entity: string, position: number, twoLevels = false) =>
  ({ id, kind: 'opl', shortName, name, entity, twoLevels, position }) satisfies OrganisationView
const area = (id: string, name: string, position: number) =>
  ({
    id,
    kind: 'ine_area',
    shortName: id.toUpperCase(),
    name,
    entity: null,
    twoLevels: false,
    position,
  }) satisfies OrganisationView

/** The seven OPL in the official order, and the two areas that the samples mention. Jalisco uses two levels. */
export const ORGANISATIONS = {
  chis: opl('chis', 'IEPC Chiapas', 'Instituto de Elecciones y Participación Ciudadana de Chiapas', 'Chiapas', 1),
  cdmx: opl('cdmx', 'IECM', 'Instituto Electoral de la Ciudad de México', 'Ciudad de México', 2),
  gto: opl('gto', 'IEEG', 'Instituto Electoral del Estado de Guanajuato', 'Guanajuato', 3),
  jal: opl('jal', 'IEPC Jalisco', 'Instituto Electoral y de Participación Ciudadana de Jalisco', 'Jalisco', 4, true),
  mor: opl('mor', 'IMPEPAC', 'Instituto Morelense de Procesos Electorales y Participación Ciudadana', 'Morelos', 5),
  pue: opl('pue', 'IEE Puebla', 'Instituto Electoral del Estado de Puebla', 'Puebla', 6),
  yuc: opl('yuc', 'IEPAC', 'Instituto Electoral y de Participación Ciudadana de Yucatán', 'Yucatán', 7),
  derfe: area('derfe', 'Dirección Ejecutiva del Registro Federal de Electores', 8),
  deoe: area('deoe', 'Dirección Ejecutiva de Organización Electoral', 9),
} as const

export type SampleOrganisation = keyof typeof ORGANISATIONS
