import type { Deps } from '../deps.ts'

export const CALLBACK = '/auth/sso/callback'

/** Where providers send people back: each is told of it when it registers the portal. */
export const redirectUri = ({ publicUrl }: Pick<Deps, 'publicUrl'>): string => `${publicUrl}${CALLBACK}`
