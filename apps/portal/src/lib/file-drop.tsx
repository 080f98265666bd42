import { Button, FileButton, Group, Progress, Text } from '@mantine/core'
import { RefusalNote } from '@portal/ui'
import { useState, type DragEvent } from 'react'
import type { Uploading } from './use-upload.ts'
import './file-drop.css'

type Props = {
  /** "Elegir documento de Word" */
  label: string
  hint: string
  /** Endings for the browser's dialog; the server decides by content. */
  accept: string
  uploading: Uploading
  /** Something after the upload is still being done with it. */
  busy?: boolean
  onFile: (file: File) => void
}

/** Where a file is chosen or dropped, with its progress and, if it is refused, the reason. */
export function FileDrop({ label, hint, accept, uploading, busy = false, onFile }: Props) {
  const [over, setOver] = useState(false)
  const sending = uploading.progress !== null
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !sending && !busy) onFile(file)
  }
  return (
    <div
      className="file-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="sm">
        <FileButton accept={accept} onChange={(file) => file && onFile(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={sending || busy}>
              {label}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </Group>
      {uploading.progress !== null && (
        <Progress
          mt="xs"
          value={uploading.progress * 100}
          aria-label={`Carga: ${Math.round(uploading.progress * 100)} %`}
        />
      )}
      {uploading.error !== null && <RefusalNote>{uploading.error}</RefusalNote>}
    </div>
  )
}
