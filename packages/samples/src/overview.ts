import type { RoundOverview } from '@portal/contracts'
import { sampleId } from './sample-id.ts'

const none = { substance: 0, form: 0, spelling: 0 }
const unresolved = { accepted: 0, partly_accepted: 0, rejected: 0, answered_elsewhere: 0 }

/** A round in which Chiapas and Jalisco answered, and something was resolved. */
export const anOverview = (changes: Partial<RoundOverview> = {}): RoundOverview => ({
  openedAt: '2017-12-14T16:30:00.000Z',
  answers: [
    {
      organisationId: 'chis',
      organisation: 'IEPC Chiapas',
      status: 'sent_with_observations',
      sentAt: '2017-12-14T22:30:00.000Z',
      observations: 3,
      answerHours: 6,
      resolved: 2,
      outcomeHours: 60,
    },
    {
      organisationId: 'jal',
      organisation: 'IEPC Jalisco',
      status: 'no_answer',
      sentAt: null,
      observations: 0,
      answerHours: null,
      resolved: 0,
      outcomeHours: null,
    },
  ],
  clauses: [
    { id: sampleId(70), citation: '2.1', byType: { substance: 2, form: 0, spelling: 1 } },
    { id: sampleId(71), citation: '2.2', byType: none },
  ],
  artworks: [{ id: sampleId(80), element: 'Sobre-PEP', byType: none }],
  days: [
    { day: '2017-12-14', received: { substance: 2, form: 0, spelling: 1 }, resolved: unresolved },
    { day: '2017-12-17', received: none, resolved: { ...unresolved, accepted: 1, rejected: 1 } },
  ],
  ...changes,
})
