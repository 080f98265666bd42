/** Where to go on in the portal after entering: never another site, never a route that is no page. */
export function ownPath(path: string, publicUrl: string): string {
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, publicUrl)) return '/'
  const url = new URL(path, publicUrl)
  const page = url.origin === new URL(publicUrl).origin && !/^\/(auth|trpc|files|exports)(\/|$)/.test(url.pathname)
  return page ? `${url.pathname}${url.search}` : '/'
}
