import { randomUUID } from 'node:crypto'
import type { Role } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'

const SEED: Statement = {
  name: 'directory_seed_people',
  text: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb)
        AS g (id text, email text, name text, role text, "organisationId" text)
    ), people AS (
      INSERT INTO person (id, name, email, email_verified, created_at, updated_at)
      SELECT id, name, email, true, $2, $2 FROM given
    ), accounts AS (
      INSERT INTO account (id, account_id, provider_id, person_id, password, created_at, updated_at)
      SELECT gen_random_uuid()::text, id, 'credential', id, $4::text, $2, $2 FROM given WHERE $4::text IS NOT NULL
    )
    INSERT INTO appointment (person_id, organisation_id, role, from_day)
    SELECT id, "organisationId", role, $3 FROM given`,
}

/** An account of the demonstration. Names are invented. */
type Account = { email: string; name: string; role: Role; organisationId: string }

const account = (local: string, organisationId: string, name: string, role: Role): Account => ({
  email: local.includes('@') ? local : `${local}.${organisationId}@demo.test`,
  name,
  role,
  organisationId,
})

const ACCOUNTS: readonly Account[] = [
  account('coordinacion', 'derfe', 'Marisol Quintero Ávila', 'derfe_coordinator'),
  account('coordinacion2', 'derfe', 'Efraín Bustos Nájera', 'derfe_coordinator'),
  account('titular', 'derfe', 'Rodrigo Salvatierra Peña', 'derfe_head'),
  account('enlace', 'chis', 'Nayeli Gordillo Ruiz', 'opl_liaison'),
  account('titular', 'chis', 'Octavio Farrera Solís', 'opl_head'),
  account('enlace', 'cdmx', 'Valeria Montes de Oca Ríos', 'opl_liaison'),
  account('titular', 'cdmx', 'Julián Arriaga Luna', 'opl_head'),
  account('enlace', 'gto', 'Beatriz Aranda Torres', 'opl_liaison'),
  account('titular', 'gto', 'Saúl Medrano Vega', 'opl_head'),
  account('enlace', 'jal', 'Itzel Navarro Preciado', 'opl_liaison'),
  account('titular', 'jal', 'Gerardo Ibarra Campos', 'opl_head'),
  account('enlace', 'mor', 'Tomás Ocampo Brito', 'opl_liaison'),
  account('titular', 'mor', 'Leticia Zavala Rojas', 'opl_head'),
  account('enlace', 'pue', 'Karla Huerta Meneses', 'opl_liaison'),
  account('titular', 'pue', 'Ignacio Tlapa Xicoténcatl', 'opl_head'),
  account('enlace', 'yuc', 'Wilberth Canul Pech', 'opl_liaison'),
  account('titular', 'yuc', 'Aurora Cetina Escalante', 'opl_head'),
  account('revision', 'deoe', 'Patricia Lozano Cruz', 'deoe_reviewer'),
  account('titular', 'deoe', 'Héctor Villagrán Mora', 'deoe_head'),
  account('enlace', 'deceyec', 'Mónica Arellano Díaz', 'area_responder'),
  account('enlace', 'cncs', 'Diego Santillán Ortega', 'area_responder'),
  account('enlace', 'unicom', 'Raúl Espinosa Téllez', 'area_responder'),
  account('consulta', 'utvopl', 'Adriana Puga Serrano', 'observer'),
  account('auditoria@demo.test', 'ine', 'Esteban Coria Valdés', 'auditor'),
  account('administracion@demo.test', 'ine', 'Lucía Barrientos Haro', 'administrator'),
]

/**
 * One account for each role of each organisation, appointed from `fromDay` on without an end.
 * @param passwordHash of the password that all of them share; null leaves them without a way to sign in
 */
export async function seedPeople(
  reader: Reader,
  { at, fromDay, passwordHash }: { at: string; fromDay: string; passwordHash: string | null },
): Promise<void> {
  const people = ACCOUNTS.map((person) => ({ id: randomUUID(), ...person }))
  await reader.rows(SEED, [JSON.stringify(people), at, fromDay, passwordHash])
}
