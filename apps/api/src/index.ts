import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { appRouter } from './router.ts'

/** All that the portal knows of the API: its types, from emitted declarations. No value ever crosses. */
export type AppRouter = typeof appRouter
export type ApiInputs = inferRouterInputs<AppRouter>
export type ApiOutputs = inferRouterOutputs<AppRouter>
