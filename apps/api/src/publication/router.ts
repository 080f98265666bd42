import { router } from '../trpc.ts'
import { getPublic } from './get-public.ts'
import { listPublic } from './list-public.ts'
import { listRules } from './list-rules.ts'
import { setRule } from './set-rule.ts'

export const publicationRouter = router({ list: listPublic, version: getPublic, rules: listRules, setRule })
