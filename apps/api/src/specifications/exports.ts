/** What other slices may use of this one: who sees which versions, as conditions of SQL; instants, pages, own files. */
export { classificationJson, readBy, withheldFrom, withheldUpload, type Read } from './classed.ts'
export { after, cursorOf } from './cursor.ts'
export { fileOf, ownUpload } from './own-upload.ts'
export { readingOf } from './restricted.ts'
export { perScope, scopeOf, visibleRound, visibleVersion } from './visible.ts'
export type { Scope } from './visible.ts'
export { iso } from './iso.ts'
export { titleHas, wordsOf } from './words.ts'
