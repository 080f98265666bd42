import { ActDone, DelegateInput } from '@portal/contracts'
import { delegate, type OrganisationKind } from '@portal/domain'
import { act, type Act } from '../acts/act.ts'
import type { Statement } from '../acts/transaction.ts'
import { dayAt } from '../calendar/exports.ts'
import { found, granted } from '../refused.ts'
import { fileOf, ownUpload } from '../specifications/exports.ts'
import { procedureFor } from '../trpc.ts'
import { PEOPLE_AUDIENCE } from './appoint.ts'

/** The lock keeps whoever ends the appointment, and another delegation of it, waiting. */
const HOLDER: Statement = {
  name: 'people_delegation_holder',
  text: `
    SELECT a.person_id AS "personId", p.name, a.organisation_id AS "organisationId", o.kind,
      a.ended_at IS NOT NULL OR a.until_day < $2::date AS over
    FROM appointment AS a JOIN person AS p ON p.id = a.person_id JOIN organisation AS o ON o.id = a.organisation_id
    WHERE a.id = $1 FOR UPDATE OF a`,
}
const DELEGATE: Statement = {
  name: 'people_delegate_person',
  text: `
    SELECT p.name, (
      SELECT coalesce(json_agg(json_build_object('organisationId', a.organisation_id, 'kind', o.kind)), '[]')
      FROM appointment AS a JOIN organisation AS o ON o.id = a.organisation_id
      WHERE a.person_id = p.id AND a.ended_at IS NULL AND a.from_day <= $2::date
        AND (a.until_day IS NULL OR a.until_day >= $2::date)) AS places
    FROM person AS p WHERE p.id = $1`,
}
const OVERLAPPING: Statement = {
  name: 'people_delegation_overlapping',
  text: `
    SELECT id FROM delegation
    WHERE person_id = $1 AND appointment_id = $2 AND ended_at IS NULL
      AND from_day <= $4::date AND until_day >= $3::date
    LIMIT 1`,
}
const INSERT: Statement = {
  name: 'people_delegate',
  text: `
    INSERT INTO delegation (person_id, appointment_id, from_day, until_day, letter, letter_upload_id, reason)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
}

type Holder = { personId: string; name: string; organisationId: string; kind: OrganisationKind; over: boolean }
type Delegate = { name: string; places: { organisationId: string; kind: OrganisationKind }[] }

/** Lets a person act in the place of the holder of an appointment, by the letter that says so. */
export const delegatePerson = procedureFor('administrator')
  .input(DelegateInput)
  .output(ActDone)
  .mutation(({ ctx: { deps, actor }, input }) =>
    act(deps, actor, 'people.delegate', input, async (act) => {
      const { appointmentId, personId, fromDay, untilDay, letter, letterUploadId, reason } = input
      const today = dayAt(act.now())
      const holder = found(await act.one<Holder>(HOLDER, [appointmentId, today]))
      const who = found(await act.one<Delegate>(DELEGATE, [personId, today]))
      const facts = {
        recordedOnBehalf: actor.onBehalfOf !== undefined,
        holder,
        delegate: { personId, places: who.places },
        overlapping: await overlaps(act, input),
      }
      granted(delegate(facts, { fromDay, untilDay, reason, hasLetter: letterUploadId !== null }))
      const upload = await ownUpload(deps, actor, letterUploadId ?? '')
      const values = [personId, appointmentId, fromDay, untilDay, letter, upload.id, reason]
      const { id } = found(await act.one<{ id: string }>(INSERT, values))
      await act.record({
        recordKind: 'appointment',
        recordId: appointmentId,
        verb: 'people.delegate',
        reason,
        details: {
          delegationId: id,
          personId,
          person: who.name,
          holder: holder.name,
          fromDay,
          untilDay,
          letter,
          file: fileOf(upload),
        },
        roundId: null,
        versionId: null,
        audience: PEOPLE_AUDIENCE,
      })
      return { recordId: id, recordVersion: 1 }
    }),
  )

const overlaps = async (
  act: Act,
  { personId, appointmentId, fromDay, untilDay }: Record<'personId' | 'appointmentId' | 'fromDay' | 'untilDay', string>,
): Promise<boolean> => (await act.one(OVERLAPPING, [personId, appointmentId, fromDay, untilDay])) !== undefined
