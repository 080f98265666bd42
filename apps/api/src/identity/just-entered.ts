/**
 * SQL condition: a session began so lately that how it began still says who sits there. Whoever has yet to show or set up
 * a second factor, or takes longer, begins again.
 */
export const justEntered = (session: string): string => `${session}.created_at > now() - interval '15 minutes'`
