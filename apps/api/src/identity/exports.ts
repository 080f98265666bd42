/** What other slices may use of this one. */
export type { SessionOwner } from './actor.ts'
export { enteredPerson, sessionOwner, type Identified, type Identity } from './identity.ts'
export { INVITATION, offerAccess, passwordSet } from './invitation.ts'
export { acceptablePassword } from './password.ts'
export { hasSecondFactor } from './second-factors.ts'
export { SESSION_S, sessionCookie } from './session-cookie.ts'
export { entryAttempt, ownAttempt } from './sign-in-attempts.ts'
