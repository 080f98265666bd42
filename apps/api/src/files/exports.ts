/** What other slices may use of this one. */
export { sendUpload } from './send-upload.ts'
