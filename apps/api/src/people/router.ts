import { router } from '../trpc.ts'
import { delegatePerson } from './delegate-person.ts'
import { endPersonsAppointment } from './end-appointment.ts'
import { endDelegation } from './end-delegation.ts'
import { invitePerson } from './invite-person.ts'
import { listDelegations } from './list-delegations.ts'
import { listOwnDelegations } from './list-own-delegations.ts'
import { listPeople } from './list-people.ts'
import { listStandIns } from './list-stand-ins.ts'
import { offerPersonAccess } from './offer-access.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { secondFactorPolicy } from './second-factor-policy.ts'
import { substitutePerson } from './substitute-person.ts'
import { widenSecondFactorPolicy } from './widen-second-factor.ts'

export const peopleRouter = router({
  list: listPeople,
  invite: invitePerson,
  end: endPersonsAppointment,
  substitute: substitutePerson,
  offerAccess: offerPersonAccess,
  resetSecondFactor,
  secondFactorPolicy,
  widenSecondFactor: widenSecondFactorPolicy,
  delegations: listDelegations,
  standIns: listStandIns,
  delegate: delegatePerson,
  endDelegation,
  ownDelegations: listOwnDelegations,
})
