/** What other slices may use of this one. */
export { keepUpload } from './keep-upload.ts'
export { sendUpload } from './send-upload.ts'
