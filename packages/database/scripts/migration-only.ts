/**
 * What only the migrations can make, because Prisma's schema has no word for it. Whatever else the migrations have and
 * the schema has not is drift; so is an entry here that no longer exists.
 */
export const MIGRATION_ONLY: readonly { reason: string; objects: readonly string[] }[] = [
  {
    reason: 'an act is one statement: event, chain, folio and receipt',
    objects: ['function append_event'],
  },
  {
    reason: 'evidence is appended only, also for the owner of the tables',
    objects: [
      'function refuse_rewrite',
      ...[
        'audit_event',
        'audit_seal',
        'audit_seal_head',
        'audit_stamp',
        'issued_file',
        'promise_justification',
        'receipt',
        'resolution',
        'round_deadline',
        'seal_key',
      ].flatMap((table) => [`trigger ${table}.appended_only`, `trigger ${table}.never_emptied`]),
    ],
  },
  {
    reason: 'boards read counters that every statement on observations keeps',
    objects: [
      'function tally_observations',
      'trigger observation.tally_added',
      'trigger observation.tally_changed',
      'trigger observation.tally_removed',
    ],
  },
  {
    reason: 'instances cache who is signed in and are told when that changes',
    objects: [
      'function tell_identity',
      'trigger appointment.tell_appointment',
      'trigger delegation.tell_delegation',
      'trigger organisation.tell_organisation',
      'trigger person.tell_person',
      'trigger session.tell_session',
      'trigger session.tell_second_factor',
      'trigger totp.tell_totp',
      'trigger passkey.tell_passkey',
      'trigger second_factor_role.tell_policy',
      'trigger session.tell_session_of_delegation',
      'trigger sign_on_organisation.tell_provider_of',
      'trigger sign_on_provider.tell_provider',
    ],
  },
  {
    reason: 'conditions over several columns of a row',
    objects: [
      'constraint appointment.appointment_days',
      'constraint delegation.delegation_days',
      'constraint observation.observation_target',
      'constraint session.session_method',
      'constraint session.session_second_factor',
      'constraint totp.totp_confirmed',
    ],
  },
  {
    reason:
      'the second factor is waived only where nobody has an account yet, and compulsory for more roles, never fewer',
    objects: [
      'function refuse_exemption',
      'trigger second_factor_exemption.before_anybody',
      'trigger second_factor_role.appended_only',
      'trigger second_factor_role.never_emptied',
    ],
  },
  {
    reason: 'lists by number with drafts last, and the count of what a proposal still lacks',
    objects: [
      'index observation_incomplete',
      'index observation_order',
      'index observation_order_of_opl',
      'index observation_with_area',
    ],
  },
  {
    reason: 'the log of all acts by the organisation that acted, which only their text says',
    objects: ['function acting_organisation', 'index audit_event_of_organisation'],
  },
  {
    reason: 'the log of all acts by the person in whose place somebody acted',
    objects: ['function represented_person', 'index audit_event_on_behalf'],
  },
  {
    reason: 'recipients may be taken off a round only until it is opened',
    objects: ['function refuse_unasking', 'trigger round_response.asked_for_good'],
  },
  {
    reason: 'row-level security: what one OPL wrote is not there for another',
    objects: [
      ...['observation', 'observation_tally', 'offline_row', 'round_response'].flatMap((table) =>
        ['added', 'changed', 'seen'].map((policy) => `policy ${table}.${policy}`),
      ),
      'policy round_response.removed',
    ],
  },
]
