export { ArtworkComparison } from './artwork-comparison.tsx'
export { ARTWORK_MODES, type ArtworkMode } from './page-views.tsx'
export type { ArtworkFile } from './use-pages.ts'
