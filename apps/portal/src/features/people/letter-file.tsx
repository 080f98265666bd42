import { Button, Group, Text } from '@mantine/core'
import type { UploadView } from '@portal/contracts'
import { FileDrop } from '../../lib/file-drop.tsx'
import { useUpload } from '../../lib/use-upload.ts'

/** The letter itself, when it is at hand as a file. */
export function LetterFile({
  file,
  onFile,
  hint,
}: {
  file: UploadView | null
  onFile: (file: UploadView | null) => void
  hint: string
}) {
  const uploading = useUpload()
  if (file) {
    return (
      <Group gap="sm">
        <Text size="sm">{file.name}</Text>
        <Button variant="default" size="compact-sm" onClick={() => onFile(null)}>
          Quitar el archivo
        </Button>
      </Group>
    )
  }
  return (
    <FileDrop
      label="Adjuntar el oficio"
      hint={hint}
      accept=".pdf"
      uploading={uploading}
      onFile={(chosen) => void uploading.send(chosen).then((sent) => sent && onFile(sent))}
    />
  )
}
