import { router } from '../trpc.ts'
import { editProvider } from './edit-provider.ts'
import { listOffers } from './list-offers.ts'
import { listProviders } from './list-providers.ts'
import { registerProvider } from './register-provider.ts'
import { resumeProvider } from './resume-provider.ts'
import { suspendProvider } from './suspend-provider.ts'
import { unbindPerson } from './unbind-person.ts'

export const signOnRouter = router({
  offers: listOffers,
  providers: listProviders,
  register: registerProvider,
  edit: editProvider,
  suspend: suspendProvider,
  resume: resumeProvider,
  unbind: unbindPerson,
})
