import { accountRouter } from './account/router.ts'
import { calendarRouter } from './calendar/router.ts'
import { directoryRouter } from './directory/router.ts'
import { evidenceRouter } from './evidence/router.ts'
import { observationsRouter } from './observations/router.ts'
import { offlineRouter } from './offline/router.ts'
import { peopleRouter } from './people/router.ts'
import { publicationRouter } from './publication/router.ts'
import { responsesRouter } from './responses/router.ts'
import { roundsRouter } from './rounds/router.ts'
import { sessionRouter } from './session/router.ts'
import { signOnRouter } from './sign-on/router.ts'
import { specificationsRouter } from './specifications/router.ts'
import { router } from './trpc.ts'
import { turnRouter } from './turn/router.ts'

export const appRouter = router({
  session: sessionRouter,
  account: accountRouter,
  directory: directoryRouter,
  people: peopleRouter,
  signOn: signOnRouter,
  calendar: calendarRouter,
  specifications: specificationsRouter,
  rounds: roundsRouter,
  responses: responsesRouter,
  observations: observationsRouter,
  offline: offlineRouter,
  evidence: evidenceRouter,
  turn: turnRouter,
  publication: publicationRouter,
})
