import type { ActorView, SessionView } from '@portal/contracts'
import { aMyTurn, aSession, ORGANISATIONS } from '@portal/samples'
import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createPortal, Portal } from '../app/portal.tsx'
import { stubApi, type Stubs } from './stub-api.ts'

/**
 * Shows an address of the whole portal as somebody, over stubs. What every screen asks (session, organisations, the count
 * of *Mi turno*) has an answer unless `stubs` gives another.
 */
export function renderRoute(
  url: string,
  {
    actor = null,
    session = {},
    stubs = {},
  }: { actor?: ActorView | null; session?: Partial<SessionView>; stubs?: Stubs },
) {
  const always: Stubs = {
    session: { current: () => aSession({ actor, ...session }) },
    directory: { organisations: () => Object.values(ORGANISATIONS) },
    turn: { mine: () => aMyTurn() },
  }
  stubApi(always, stubs)
  const portal = createPortal(createMemoryHistory({ initialEntries: [url] }))
  const user = userEvent.setup()
  const view = render(<Portal {...portal} />)
  return { ...view, user, ...portal }
}
