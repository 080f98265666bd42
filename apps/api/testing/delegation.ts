import { randomUUID } from 'node:crypto'
import type { TestProduct } from './product.ts'

/** A letter that was uploaded; its id. */
export async function anUploadedLetter(product: TestProduct): Promise<string> {
  const sha256 = randomUUID().replaceAll('-', '').repeat(2)
  await product.query(`INSERT INTO stored_file (sha256, bytes, type, stored_at) VALUES ($1, 9, 'pdf', now())`, [sha256])
  const { rows } = await product.query<{ id: string }>(
    `INSERT INTO upload (sha256, name, uploaded_by, organisation_id, uploaded_at)
     VALUES ($1, 'oficio.pdf', 'x', 'ine', now()) RETURNING id`,
    [sha256],
  )
  return rows[0]?.id ?? ''
}

/** Lets somebody act for another on the day on which tests begin, past every rule; its id. */
export async function aDelegation(product: TestProduct, email: string, holder: string): Promise<string> {
  const { rows } = await product.query<{ id: string }>(
    `INSERT INTO delegation (person_id, appointment_id, from_day, until_day, letter, letter_upload_id, reason)
     VALUES ($1, $2, '2017-12-14', '2017-12-20', 'INE/1/2017', $3, 'Comisión') RETURNING id`,
    [product.person(email).personId, product.person(holder).appointmentId, await anUploadedLetter(product)],
  )
  return rows[0]?.id ?? ''
}
