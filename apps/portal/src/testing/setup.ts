import * as matchers from '@testing-library/jest-dom/matchers'
import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { server } from './stub-api.ts'
import { SilentEventSource } from './silent-event-source.ts'

// The library's own wait is 1 s, which a busy machine may need for one screen.
expect.extend(matchers)
configure({ asyncUtilTimeout: 5_000 })

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' })
  // What jsdom lacks and the component library asks for.
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener() {},
      removeListener() {},
    })
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  // Text areas that grow listen to the fonts of the document.
  Object.assign(document, { fonts: new EventTarget() })
  Object.assign(globalThis, { EventSource: SilentEventSource })
  Element.prototype.scrollIntoView = () => {}
  window.scrollTo = () => {}
})
beforeEach(() => {
  SilentEventSource.opened.length = 0
})
afterEach(() => {
  notifications.clean()
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())
