import { isOplRole, type Person, type Role } from '@portal/domain'
import type { Reader, Statement } from '../acts/transaction.ts'

const PEOPLE: Statement = {
  name: 'demonstration_people',
  text: `
    SELECT p.email, p.id AS "personId", p.name AS "personName", a.id AS "appointmentId",
      a.organisation_id AS "organisationId", a.role
    FROM appointment AS a JOIN person AS p ON p.id = a.person_id`,
}

type Row = Omit<Person, 'kind' | 'role'> & { email: string; role: Role }

/** The appointed people of the demonstration by e-mail address. */
export async function demonstrationPeople(reader: Reader): Promise<(email: string) => Person> {
  const rows = await reader.rows<Row>(PEOPLE, [])
  const people = new Map<string, Person>(
    rows.map(({ email, role, ...row }) => [
      email,
      isOplRole(role) ? { kind: 'opl', role, ...row } : { kind: 'ine', role, ...row },
    ]),
  )
  return (email) => {
    const person = people.get(email)
    if (!person) throw new Error(`The demonstration has nobody with the address ${email}`)
    return person
  }
}
