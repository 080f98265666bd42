import { ANSWERS } from './answers.ts'
import { OBSERVATIONS } from './observations.ts'
import { ROUNDS } from './rounds.ts'
import { VERSIONS } from './versions.ts'
import type { Walk } from './walk.ts'

export const WALKS: readonly Walk[] = [VERSIONS, ROUNDS, ANSWERS, OBSERVATIONS]

/** What is asked of no record that stands in a workflow, or of all that somebody may see: one class, "no status". */
export const WITHOUT_STATUS: readonly string[] = [
  'session.current',
  'account.get',
  'account.changePassword',
  'account.closeSession',
  'account.closeOthers',
  'account.offerTotp',
  'account.confirmTotp',
  'account.removeTotp',
  'account.renewRecoveryCodes',
  'account.offerPasskey',
  'account.addPasskey',
  'account.removePasskey',
  'directory.organisations',
  'people.list',
  'people.invite',
  'people.end',
  'people.substitute',
  'people.offerAccess',
  'people.resetSecondFactor',
  'people.secondFactorPolicy',
  'people.widenSecondFactor',
  'people.delegations',
  'people.standIns',
  'people.delegate',
  'people.endDelegation',
  'people.ownDelegations',
  'signOn.offers',
  'signOn.providers',
  'signOn.register',
  'signOn.edit',
  'signOn.suspend',
  'signOn.resume',
  'signOn.unbind',
  'calendar.list',
  'calendar.previewDue',
  'specifications.list',
  'specifications.create',
  'specifications.importDocument',
  'specifications.promises',
  'rounds.list',
  'evidence.log',
  'evidence.logChoices',
  'evidence.verify',
  'evidence.verifyFile',
  'publication.list',
  'publication.rules',
  'publication.setRule',
  'turn.mine',
]
