import { isOplRole, type Person, type Role } from '@portal/domain'
import type { Reader, Statement } from '../src/acts/transaction.ts'

const PEOPLE: Statement = {
  name: 'testing_people',
  text: `
    SELECT p.email, p.id AS "personId", p.name AS "personName", a.id AS "appointmentId",
      a.organisation_id AS "organisationId", a.role
    FROM appointment AS a JOIN person AS p ON p.id = a.person_id
    ORDER BY p.email`,
}

type Row = {
  email: string
  personId: string
  personName: string
  appointmentId: string
  organisationId: string
  role: Role
}

/** The people of the demonstration's directory, by e-mail address. */
export async function peopleOf(reader: Reader): Promise<Map<string, Person>> {
  const rows = await reader.rows<Row>(PEOPLE, [])
  return new Map(rows.map(({ email, role, ...row }) => [email, personOf(row, role)]))
}

const personOf = (row: Omit<Row, 'email' | 'role'>, role: Role): Person =>
  isOplRole(role) ? { kind: 'opl', role, ...row } : { kind: 'ine', role, ...row }

const address = (local: string, organisationId: string) => `${local}.${organisationId}@demo.test`

/** Addresses in the demonstration's directory. */
export const COORDINATOR = address('coordinacion', 'derfe')
export const OTHER_COORDINATOR = address('coordinacion2', 'derfe')
export const DERFE_HEAD = address('titular', 'derfe')
export const AUDITOR = 'auditoria@demo.test'
export const OBSERVER = address('consulta', 'utvopl')
export const ADMINISTRATOR = 'administracion@demo.test'
export const liaison = (opl: string) => address('enlace', opl)
export const oplHead = (opl: string) => address('titular', opl)
