import { Group, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { UploadView } from '@portal/contracts'
import { FieldError } from '@portal/ui'
import { LetterFile } from './letter-file.tsx'
import type { ByLetter } from './letter-form.ts'

type Inputs = { getInputProps: UseFormReturnType<ByLetter & { reason: string }>['getInputProps'] }

/** From when to when, by which letter and why: the end of the form of an appointment and of a delegation. */
export function LetterFields({
  form,
  open = false,
  example,
  file,
  onFile,
  needed = null,
  missing = false,
  reason,
}: {
  form: Inputs
  /** It may have no last day. */
  open?: boolean
  /** A letter as it is cited. */
  example: string
  file: UploadView | null
  onFile: (file: UploadView | null) => void
  /** Why the file can't be left out; null where it can. */
  needed?: string | null
  /** It was left out all the same. */
  missing?: boolean
  /** Asks for a reason when it is given: its label. */
  reason?: string | null
}) {
  return (
    <>
      <Group grow align="start">
        <TextInput label="Desde" type="date" {...form.getInputProps('fromDay')} />
        <TextInput
          label="Hasta"
          {...(open && { description: 'Vacío: sin término.' })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          type="date"
          {...form.getInputProps('untilDay')}
        />
      </Group>
      <TextInput
        label="Oficio"
        description={`Tal como consta, por ejemplo ${example}.`}
        {...form.getInputProps('letter')}
      />
      <div>
        <LetterFile file={file} onFile={onFile} hint={needed ?? 'PDF, si lo tiene.'} />
        <FieldError id="oficio-falta">{missing ? 'Adjunte el oficio.' : null}</FieldError>
      </div>
      {reason && (
        <Textarea
          label={reason}
          description="Queda en la bitácora."
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps('reason')}
        />
      )}
    </>
  )
}
