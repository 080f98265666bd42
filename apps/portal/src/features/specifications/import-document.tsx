import type { SpecificationView } from '@portal/contracts'
import { RefusalNote } from '@portal/ui'
import { useNavigate } from '@tanstack/react-router'
import { FileDrop } from '../../lib/file-drop.tsx'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useUpload } from '../../lib/use-upload.ts'

/** A Word document becomes the proposal of the next version, which is corrected before it counts. */
export function ImportDocument({ specification }: { specification: SpecificationView }) {
  const trpc = useTRPC()
  const navigate = useNavigate()
  const uploading = useUpload()
  const importing = useAct(trpc.specifications.importDocument.mutationOptions(), {
    done: 'Documento leído: revise los numerales propuestos.',
    touches: [trpc.specifications.pathFilter()],
    beside: true,
    onDone: ({ recordId }) => void navigate({ to: '/versiones/$versionId/propuesta', params: { versionId: recordId } }),
  })
  const take = async (file: File) => {
    importing.reset()
    const upload = await uploading.send(file)
    if (!upload) return
    await importing.run({
      seen: specification.recordVersion,
      specificationId: specification.id,
      uploadId: upload.id,
    })
  }
  const next = Math.max(0, ...specification.versions.map((version) => version.number)) + 1
  return (
    <section aria-labelledby="importar">
      <h2 id="importar">Nueva versión ({next})</h2>
      <FileDrop
        label="Elegir documento de Word"
        hint="DOCX de hasta 25 MB, sin macros ni contraseña. También puede soltarlo aquí."
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        uploading={uploading}
        busy={importing.isPending}
        onFile={(file) => void take(file)}
      />
      {importing.failure && (
        <RefusalNote requestId={importing.failure.requestId}>{importing.failure.message}</RefusalNote>
      )}
    </section>
  )
}
