/** A path of this portal to go back to, or null: never another site, never a script. */
export function ownPath(path: string | undefined): string | null {
  if (path === undefined || !path.startsWith('/') || /^\/[/\\]/.test(path)) return null
  const url = new URL(path, location.origin)
  return url.origin === location.origin ? `${url.pathname}${url.search}` : null
}
