/** What other slices may use of this one. */
export { holdResponse } from './held-response.ts'
export { beginDraft, updateDraft } from './save-observation.ts'
export { placedTarget } from './target.ts'
