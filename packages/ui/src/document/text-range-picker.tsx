import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { ReadingTextarea } from './reading-textarea.tsx'

type Range = { start: number; end: number; quote: string }

type Props = {
  citation: string
  text: string
  onPick: (range: Range) => void
  onCancel: () => void
}

/**
 * Selecting a stretch of a clause by keyboard: a field takes Shift with the arrows, Home and End
 * like any text, which a paragraph on a page does not.
 */
export function TextRangePicker({ citation, text, onPick, onCancel }: Props) {
  const [range, setRange] = useState<Range | null>(null)
  return (
    <Stack gap="xs">
      <ReadingTextarea
        label={`Seleccione el fragmento de ${citation}`}
        description="Con el puntero, o con Mayúsculas y las flechas. El texto no se modifica."
        value={text}
        autosize
        minRows={2}
        maxRows={8}
        autoFocus
        onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) =>
          setRange(end > start ? { start, end, quote: text.slice(start, end) } : null)
        }
      />
      <Group gap="xs">
        <Button size="xs" disabled={range === null} onClick={() => range && onPick(range)}>
          Usar el fragmento
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          Observar todo el numeral
        </Button>
      </Group>
    </Stack>
  )
}
