/** What other slices may use of this one. */
export { type Identity } from './identity.ts'
export { INVITATION, offerAccess, passwordSet } from './invitation.ts'
