import type { Refusal, UploadView } from '@portal/contracts'
import { useState } from 'react'
import { explain } from './explain.ts'

export type Uploading = {
  /** 0 to 1 while a file is on its way; null otherwise. */
  progress: number | null
  /** Why the file was not taken, in words. */
  error: string | null
  /** Sends a file; null when it was refused or the connection broke. The person's choice is not lost: it can be tried again. */
  send: (file: File) => Promise<UploadView | null>
}

const BROKEN = 'Se perdió la conexión durante la carga. El archivo sigue en su equipo: vuelva a intentarlo.'
const FAILED = 'El portal no pudo guardar el archivo. Vuelva a intentarlo; si se repite, avise a quien administra.'

/** Uploads a file to `address` with its progress. `fetch` tells no progress of what it sends, so this is the older request. */
export function useUpload(address = '/files'): Uploading {
  const [progress, setProgress] = useState<number | null>(null)
  const [error, setError] = useState<string | null>(null)

  const send = (file: File) =>
    new Promise<UploadView | null>((settle) => {
      setError(null)
      setProgress(0)
      const finish = (upload: UploadView | null, problem: string | null) => {
        setProgress(null)
        setError(problem)
        settle(upload)
      }
      const request = new XMLHttpRequest()
      request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`)
      request.setRequestHeader('content-type', 'application/octet-stream')
      request.responseType = 'json'
      request.upload.addEventListener('progress', ({ loaded, total }) => setProgress(total > 0 ? loaded / total : 0))
      request.addEventListener('error', () => finish(null, BROKEN))
      request.addEventListener('load', () => {
        if (request.status < 300) return finish(request.response as UploadView, null)
        const refusal = (request.response as { refusal?: Refusal } | null)?.refusal
        finish(null, refusal ? explain(refusal) : FAILED)
      })
      request.send(file)
    })

  return { progress, error, send }
}
