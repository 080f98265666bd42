export { noteIssuedFile } from './issued-files.ts'
