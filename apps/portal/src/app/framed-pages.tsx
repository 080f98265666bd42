import type { ErrorComponentProps } from '@tanstack/react-router'
import { NotFoundPage, RouteErrorPage } from './fallback-pages.tsx'
import { Frame } from './shell.tsx'

/** The same pages where no layout stands around them: an unknown address, or a failure before the layout was there. */
export const FramedNotFoundPage = () => (
  <Frame>
    <NotFoundPage />
  </Frame>
)

export const FramedErrorPage = (props: ErrorComponentProps) => (
  <Frame>
    <RouteErrorPage {...props} />
  </Frame>
)
