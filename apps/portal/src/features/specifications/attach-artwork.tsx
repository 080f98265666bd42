import { TextInput } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { RefusalNote } from '@portal/ui'
import { useState } from 'react'
import { FileDrop } from '../../lib/file-drop.tsx'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useUpload } from '../../lib/use-upload.ts'

/** Attaches a PDF that shows an element: it is shown beside the clauses, and regions of it can be observed. */
export function AttachArtwork({ version }: { version: VersionView }) {
  const trpc = useTRPC()
  const uploading = useUpload()
  const [element, setElement] = useState('')
  const [missing, setMissing] = useState(false)
  const attach = useAct(trpc.specifications.attachArtwork.mutationOptions(), {
    done: 'Lámina adjunta.',
    touches: [trpc.specifications.pathFilter()],
    beside: true,
    onDone: () => setElement(''),
  })
  const take = async (file: File) => {
    attach.reset()
    const named = element.trim()
    setMissing(named === '')
    if (named === '') return
    const upload = await uploading.send(file)
    if (!upload) return
    await attach.run({ versionId: version.id, seen: version.recordVersion, element: named, uploadId: upload.id })
  }
  return (
    <section aria-labelledby="adjuntar">
      <h2 id="adjuntar">Adjuntar lámina</h2>
      <TextInput
        label="Elemento que muestra"
        placeholder="Sobre-Postal-Voto"
        maxLength={120}
        mb="xs"
        maw="26rem"
        value={element}
        error={missing && element.trim() === '' ? 'Escriba qué elemento muestra y vuelva a elegir el archivo.' : null}
        onChange={(event) => setElement(event.currentTarget.value)}
      />
      <FileDrop
        label="Elegir PDF"
        hint="PDF de hasta 60 MB, sin contraseña ni contenido activo. También puede soltarlo aquí."
        accept=".pdf,application/pdf"
        uploading={uploading}
        busy={attach.isPending}
        onFile={(file) => void take(file)}
      />
      {attach.failure && <RefusalNote requestId={attach.failure.requestId}>{attach.failure.message}</RefusalNote>}
    </section>
  )
}
