import type { Organisation, OrganisationKind } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'

const SEED: Statement = {
  name: 'directory_seed_organisations',
  text: `
    INSERT INTO organisation (id, kind, short_name, name, entity, two_levels, position)
    SELECT id, kind, "shortName", name, entity, "twoLevels", position
    FROM jsonb_to_recordset($1::jsonb) AS o (id text, kind text, "shortName" text, name text, entity text,
      "twoLevels" boolean, position int)
    ON CONFLICT DO NOTHING`,
}

const opl = (id: string, shortName: string, name: string, entity: string) =>
  ({ id, kind: 'opl', shortName, name, entity }) as const
const ine = (id: string, shortName: string, name: string, kind: OrganisationKind = 'ine_area') =>
  ({ id, kind, shortName, name, entity: null }) as const

/**
 * The process 2017-2018, in the official order (domain section 3): the OPL of the seven entities that elect an office
 * abroad, and INE's areas.
 */
const ORGANISATIONS: readonly Omit<Organisation, 'position' | 'twoLevels'>[] = [
  opl('chis', 'IEPC Chiapas', 'Instituto de Elecciones y Participación Ciudadana de Chiapas', 'Chiapas'),
  opl('cdmx', 'IECM', 'Instituto Electoral de la Ciudad de México', 'Ciudad de México'),
  opl('gto', 'IEEG', 'Instituto Electoral del Estado de Guanajuato', 'Guanajuato'),
  opl('jal', 'IEPC Jalisco', 'Instituto Electoral y de Participación Ciudadana de Jalisco', 'Jalisco'),
  opl('mor', 'IMPEPAC', 'Instituto Morelense de Procesos Electorales y Participación Ciudadana', 'Morelos'),
  opl('pue', 'IEE Puebla', 'Instituto Electoral del Estado de Puebla', 'Puebla'),
  opl('yuc', 'IEPAC', 'Instituto Electoral y de Participación Ciudadana de Yucatán', 'Yucatán'),
  ine('derfe', 'DERFE', 'Dirección Ejecutiva del Registro Federal de Electores'),
  ine('deoe', 'DEOE', 'Dirección Ejecutiva de Organización Electoral'),
  ine('deceyec', 'DECEyEC', 'Dirección Ejecutiva de Capacitación Electoral y Educación Cívica'),
  ine('cncs', 'CNCS', 'Coordinación Nacional de Comunicación Social'),
  ine('unicom', 'UNICOM', 'Unidad Técnica de Servicios de Informática'),
  ine('ovemre', 'OVEMRE', 'Oficina de Vinculación Electoral de los Mexicanos Residentes en el Extranjero'),
  ine('dac', 'DAC', 'Dirección de Atención Ciudadana'),
  ine('utvopl', 'UTVOPL', 'Unidad Técnica de Vinculación con los Organismos Públicos Locales', 'informed'),
  ine('ine', 'INE', 'Instituto Nacional Electoral'),
]

/**
 * The organisations without which nobody can be appointed. What exists stays as it is.
 * @param twoLevels OPL in which only the head sends formally
 */
export async function seedOrganisations(reader: Reader, twoLevels: readonly string[] = []): Promise<void> {
  const rows = ORGANISATIONS.map((organisation, index) => ({
    ...organisation,
    twoLevels: twoLevels.includes(organisation.id),
    position: index + 1,
  }))
  await reader.rows(SEED, [JSON.stringify(rows)])
}
