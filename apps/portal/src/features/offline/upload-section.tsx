import { getRouteApi } from '@tanstack/react-router'
import { FileDrop } from '../../lib/file-drop.tsx'
import { useUpload } from '../../lib/use-upload.ts'

const route = getRouteApi('/signed-in/rondas/$roundId/sin-conexion')

/** The workbook that comes back. It is kept as it was sent; what of it is taken is decided below. */
export function UploadSection() {
  const navigate = route.useNavigate()
  const uploading = useUpload('/files/workbooks')
  const send = async (file: File) => {
    const upload = await uploading.send(file)
    if (upload) void navigate({ search: { archivo: upload.id }, replace: true, resetScroll: false })
  }
  return (
    <section aria-labelledby="subir" className="offline-section">
      <h2 id="subir">2. Subir</h2>
      <p>
        El libro de esta ronda, o uno propio: con otros nombres de columnas, o el formato de comentarios de ISO. Nada se
        escribe antes de que usted lo confirme.
      </p>
      <FileDrop
        label="Elegir libro de Excel"
        hint="XLSX de hasta 10 MB, sin macros ni contraseña. También puede soltarlo aquí."
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        uploading={uploading}
        onFile={(file) => void send(file)}
      />
    </section>
  )
}
