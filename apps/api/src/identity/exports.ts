/** What other slices may use of this one. */
export type { SessionOwner } from './actor.ts'
export { enteredPerson, sessionOwner, type Identified, type Identity } from './identity.ts'
export { INVITATION, offerAccess, passwordSet } from './invitation.ts'
export { openSession } from './open-session.ts'
export { acceptablePassword } from './password.ts'
export { hasSecondFactor } from './second-factors.ts'
export { cookieHeader, cookiesOf, cookieValue, SESSION_S, sessionCookie } from './session-cookie.ts'
export { entryAttempt, ownAttempt, signInAttempt, signInSucceeded } from './sign-in-attempts.ts'
