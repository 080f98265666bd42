import type {
  AppointmentRefusal,
  DelegationRefusal,
  ClassificationRefusal,
  DeadlineRefusal,
  ObservationRefusal,
  PasswordRefusal,
  PublicationRefusal,
  ProposalRefusal,
  ProviderRefusal,
  ResponseRefusal,
  RoundRefusal,
  SecondFactorRefusal,
  VersionRefusal,
} from '@portal/domain'

/** Refusals that no single workflow owns. */
export type CommonRefusal =
  | { code: 'NOT_SIGNED_IN' }
  | { code: 'NO_APPOINTMENT' }
  /** Does not exist, or may not be seen: the two look the same. */
  | { code: 'NOT_FOUND' }
  /** Somebody changed the record since the actor read it. */
  | {
      code: 'CHANGED_MEANWHILE'
      recordVersion: number
      /** Of the observation, where an act is on many. */ number?: number | null
    }
  | { code: 'KEY_REUSED' }
  | { code: 'FORBIDDEN' }
  | { code: 'TARGET_NOT_IN_VERSION' }
  /** What it would observe is kept from the actor. */
  | { code: 'TARGET_WITHHELD' }
  /** `seconds` until it may be tried again, where that is known. */
  | { code: 'TOO_MANY_REQUESTS'; seconds?: number }
  /** The disk of the database or of the files is full: nothing was kept. */
  | { code: 'STORAGE_FULL' }
  | { code: 'RESOLUTION_ALREADY_RECORDED'; number: string }
  | { code: 'ROUND_ALREADY_RUNNING'; roundId: string }
  | { code: 'OBSERVATION_NOT_EDITABLE' }
  | { code: 'ANSWERING_OBSERVATION_UNKNOWN'; number: number }
  /** It says no text that could be agreed. */
  | { code: 'NOTHING_ASKED_FOR'; number: number | null }
  /** No area of INE, or nobody there who could answer. */
  | { code: 'AREA_CANNOT_ANSWER'; organisationId: string }
  /** What is observed is kept from the area. */
  | { code: 'WITHHELD_FROM_AREA'; number: number | null; organisationId: string }
  /** The same person holds the same role in the same organisation on one of these days already. */
  | { code: 'ALREADY_APPOINTED' }

/** What may be wrong with a workbook that was filled away from the network, as a whole. */
export type OfflineRefusal =
  /** It was made of another round, or another version of it. */
  | { code: 'OFFLINE_OTHER_ROUND' }
  /** It is another OPL's. */
  | { code: 'OFFLINE_OTHER_INSTITUTION' }
  /** No sheet of it has a table. */
  | { code: 'OFFLINE_NO_TABLE' }
  /** Reading it takes more time or memory than any workbook of observations. */
  | { code: 'TOO_COMPLEX' }

/** What may be wrong with a file. */
export type FileRefusal =
  | { code: 'NOT_XLSX' }
  | { code: 'NOT_DOCX' }
  | { code: 'NOT_PDF' }
  | { code: 'TYPE_NOT_ACCEPTED'; type: string }
  | { code: 'DAMAGED' }
  | { code: 'ENCRYPTED' }
  | { code: 'MACROS' }
  | { code: 'ACTIVE_CONTENT' }
  /** Within it, before it or after it there is another file. */
  | { code: 'CARRIES_FILES' }
  /** `signature` as the scanner calls what it found. */
  | { code: 'INFECTED'; signature: string }
  | { code: 'SCANNER_NOT_ANSWERING' }
  | { code: 'EMPTY' }
  | { code: 'TOO_LARGE'; limit: number; size: number; unit: 'bytes' | 'blocks' | 'pages' | 'rows' }

export type Refusal =
  | CommonRefusal
  | FileRefusal
  | OfflineRefusal
  | AppointmentRefusal
  | DelegationRefusal
  | ClassificationRefusal
  | PasswordRefusal
  | SecondFactorRefusal
  | ProviderRefusal
  | PublicationRefusal
  | DeadlineRefusal
  | ObservationRefusal
  | ProposalRefusal
  | ResponseRefusal
  | RoundRefusal
  | VersionRefusal

export type RefusalCode = Refusal['code']

/** The tRPC code under which each refusal travels. A refusal without an entry does not compile. */
export const WIRE_CODES = {
  NOT_SIGNED_IN: 'UNAUTHORIZED',
  NO_APPOINTMENT: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CHANGED_MEANWHILE: 'CONFLICT',
  KEY_REUSED: 'CONFLICT',
  FORBIDDEN: 'FORBIDDEN',
  TARGET_NOT_IN_VERSION: 'BAD_REQUEST',
  TARGET_WITHHELD: 'PRECONDITION_FAILED',
  BASIS_NEEDED: 'BAD_REQUEST',
  CITED_BY_ITS_WORDS: 'PRECONDITION_FAILED',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  STORAGE_FULL: 'SERVICE_UNAVAILABLE',
  RESOLUTION_ALREADY_RECORDED: 'CONFLICT',
  ROUND_ALREADY_RUNNING: 'CONFLICT',
  OBSERVATION_NOT_EDITABLE: 'PRECONDITION_FAILED',
  WRONG_OBSERVATION_STATUS: 'PRECONDITION_FAILED',
  OBSERVATION_NOT_ADMITTED: 'PRECONDITION_FAILED',
  NOT_YOUR_REFERRAL: 'NOT_FOUND',
  NOTHING_TO_UNDO: 'PRECONDITION_FAILED',
  INSTRUCTION_NEEDED: 'BAD_REQUEST',
  OUTCOME_INCOMPLETE: 'BAD_REQUEST',
  NOTHING_ASKED_FOR: 'PRECONDITION_FAILED',
  AREA_CANNOT_ANSWER: 'PRECONDITION_FAILED',
  WITHHELD_FROM_AREA: 'PRECONDITION_FAILED',
  ANSWERING_OBSERVATION_UNKNOWN: 'BAD_REQUEST',
  ALREADY_APPOINTED: 'CONFLICT',
  ROLE_NOT_OF_ORGANISATION: 'BAD_REQUEST',
  DAYS_NOT_IN_ORDER: 'BAD_REQUEST',
  APPOINTMENT_ENDED: 'PRECONDITION_FAILED',
  LAST_ADMINISTRATOR: 'PRECONDITION_FAILED',
  LETTER_NEEDED: 'BAD_REQUEST',
  DELEGATE_IS_HOLDER: 'BAD_REQUEST',
  DELEGATE_OF_ANOTHER_INSTITUTION: 'FORBIDDEN',
  DELEGATE_WITHOUT_APPOINTMENT: 'PRECONDITION_FAILED',
  DELEGATION_OF_DELEGATION: 'FORBIDDEN',
  ALREADY_DELEGATED: 'CONFLICT',
  DELEGATION_ENDED: 'PRECONDITION_FAILED',
  SECOND_FACTOR_NEEDED_FIRST: 'PRECONDITION_FAILED',
  PASSWORD_NOT_ACCEPTED: 'UNPROCESSABLE_CONTENT',
  SECOND_FACTOR_REQUIRED: 'FORBIDDEN',
  WRONG_PASSWORD: 'UNPROCESSABLE_CONTENT',
  ENTRY_NOT_RECENT: 'PRECONDITION_FAILED',
  WRONG_CODE: 'UNPROCESSABLE_CONTENT',
  LAST_SECOND_FACTOR: 'PRECONDITION_FAILED',
  NO_SECOND_FACTOR: 'PRECONDITION_FAILED',
  PASSKEY_NOT_ACCEPTED: 'UNPROCESSABLE_CONTENT',
  POLICY_ALREADY_HOLDS: 'PRECONDITION_FAILED',
  ISSUER_NOT_ACCEPTED: 'BAD_REQUEST',
  PROVIDER_NOT_ANSWERING: 'UNPROCESSABLE_CONTENT',
  DOMAIN_TAKEN: 'CONFLICT',
  INSTITUTION_HAS_PROVIDER: 'CONFLICT',
  INSTITUTIONS_NOT_TOGETHER: 'BAD_REQUEST',
  PROVIDER_IN_THAT_STATE: 'PRECONDITION_FAILED',
  PROVIDER_SUSPENDED: 'PRECONDITION_FAILED',
  CLIENT_SECRET_NEEDED: 'BAD_REQUEST',
  SIGN_ON_REQUIRED: 'FORBIDDEN',
  NOT_BOUND: 'PRECONDITION_FAILED',
  NOT_XLSX: 'UNSUPPORTED_MEDIA_TYPE',
  OFFLINE_OTHER_ROUND: 'PRECONDITION_FAILED',
  OFFLINE_OTHER_INSTITUTION: 'FORBIDDEN',
  OFFLINE_NO_TABLE: 'UNPROCESSABLE_CONTENT',
  TOO_COMPLEX: 'UNPROCESSABLE_CONTENT',
  NOT_DOCX: 'UNSUPPORTED_MEDIA_TYPE',
  NOT_PDF: 'UNSUPPORTED_MEDIA_TYPE',
  TYPE_NOT_ACCEPTED: 'UNSUPPORTED_MEDIA_TYPE',
  DAMAGED: 'UNPROCESSABLE_CONTENT',
  ENCRYPTED: 'UNPROCESSABLE_CONTENT',
  MACROS: 'UNPROCESSABLE_CONTENT',
  ACTIVE_CONTENT: 'UNPROCESSABLE_CONTENT',
  CARRIES_FILES: 'UNPROCESSABLE_CONTENT',
  INFECTED: 'UNPROCESSABLE_CONTENT',
  SCANNER_NOT_ANSWERING: 'SERVICE_UNAVAILABLE',
  EMPTY: 'UNPROCESSABLE_CONTENT',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  AMOUNT_OUT_OF_RANGE: 'BAD_REQUEST',
  INSTANT_NOT_VALID: 'BAD_REQUEST',
  CALENDAR_WITHOUT_WORKING_DAYS: 'PRECONDITION_FAILED',
  CLAUSE_NOT_FOUND: 'NOT_FOUND',
  NOTHING_TO_SPLIT: 'BAD_REQUEST',
  SPLIT_INSIDE_WORD: 'BAD_REQUEST',
  TABLE_CANNOT_BE_SPLIT: 'PRECONDITION_FAILED',
  TABLE_CANNOT_BE_JOINED: 'PRECONDITION_FAILED',
  NOTHING_BEFORE: 'PRECONDITION_FAILED',
  EXCLUDED_CANNOT_BE_JOINED: 'PRECONDITION_FAILED',
  INVALID_NUMBER: 'BAD_REQUEST',
  CANNOT_INDENT: 'PRECONDITION_FAILED',
  CANNOT_OUTDENT: 'PRECONDITION_FAILED',
  NOT_YOUR_ROLE: 'FORBIDDEN',
  NOT_YOUR_OPL: 'NOT_FOUND',
  WRONG_STATUS: 'PRECONDITION_FAILED',
  WRONG_RESPONSE_STATUS: 'PRECONDITION_FAILED',
  WRONG_VERSION_STATUS: 'PRECONDITION_FAILED',
  ROUND_NOT_OPEN: 'PRECONDITION_FAILED',
  NO_CLAUSES: 'PRECONDITION_FAILED',
  NO_RECIPIENTS: 'PRECONDITION_FAILED',
  DUE_IN_THE_PAST: 'PRECONDITION_FAILED',
  DUE_NOT_LATER: 'PRECONDITION_FAILED',
  NOT_DUE_YET: 'PRECONDITION_FAILED',
  UNANSWERED: 'PRECONDITION_FAILED',
  UNREPLIED: 'PRECONDITION_FAILED',
  PROMISES_BROKEN: 'PRECONDITION_FAILED',
  NO_MATRIX_BEFORE: 'PRECONDITION_FAILED',
  NOT_PUBLISHED: 'PRECONDITION_FAILED',
  OUTCOMES_MISSING: 'PRECONDITION_FAILED',
  LATE_ANSWERS_UNJUDGED: 'PRECONDITION_FAILED',
  NO_LATE_ANSWER: 'PRECONDITION_FAILED',
  SAME_PERSON_PROPOSED: 'FORBIDDEN',
  REASON_NEEDED: 'BAD_REQUEST',
  LATE: 'PRECONDITION_FAILED',
  NOT_LATE: 'PRECONDITION_FAILED',
  HEAD_SENDS: 'FORBIDDEN',
  ONE_LEVEL: 'PRECONDITION_FAILED',
  NOTHING_TO_SEND: 'PRECONDITION_FAILED',
  DRAFTS_REMAIN: 'PRECONDITION_FAILED',
  ALREADY_INDEXED: 'PRECONDITION_FAILED',
  NOT_INDEXED: 'PRECONDITION_FAILED',
} as const satisfies Record<RefusalCode, string>
