import { Button, Group, TextInput } from '@mantine/core'
import type { ProposedClauseView } from '@portal/contracts'
import type { ProposalCorrection } from '@portal/domain'
import { ReadingTextarea } from '@portal/ui'
import { useState } from 'react'

type Props = {
  clause: ProposedClauseView
  first: boolean
  busy: boolean
  onCorrect: (correction: ProposalCorrection) => Promise<boolean>
}

type Open = 'split' | 'renumber' | null

/** What can be corrected of one proposed clause. Each button is one act; nothing of the text is ever lost. */
export function ProposalTools({ clause, first, busy, onCorrect }: Props) {
  const [open, setOpen] = useState<Open>(null)
  const { key } = clause
  const act = (kind: 'join' | 'exclude' | 'include' | 'indent' | 'outdent') => () => void onCorrect({ kind, key })
  return (
    <div className="proposal-tools">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" disabled={busy} onClick={() => setOpen('renumber')}>
          Renumerar
        </Button>
        {clause.table === null && (
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => setOpen('split')}>
            Dividir
          </Button>
        )}
        {clause.table === null && !first && (
          <Button size="compact-sm" variant="default" disabled={busy} onClick={act('join')}>
            Unir con el anterior
          </Button>
        )}
        <Button size="compact-sm" variant="default" disabled={busy || clause.depth === 0} onClick={act('outdent')}>
          Subir de nivel
        </Button>
        <Button size="compact-sm" variant="default" disabled={busy || first} onClick={act('indent')}>
          Bajar de nivel
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={act(clause.excluded ? 'include' : 'exclude')}
        >
          {clause.excluded ? 'Incluir' : 'Excluir'}
        </Button>
      </Group>
      {open === 'renumber' && (
        <Renumber clause={clause} busy={busy} onCorrect={onCorrect} onClose={() => setOpen(null)} />
      )}
      {open === 'split' && <Split clause={clause} busy={busy} onCorrect={onCorrect} onClose={() => setOpen(null)} />}
    </div>
  )
}

type FormProps = Omit<Props, 'first'> & { onClose: () => void }

function Renumber({ clause, busy, onCorrect, onClose }: FormProps) {
  const [number, setNumber] = useState(clause.number ?? '')
  return (
    <form
      className="proposal-form"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = number.trim()
        void onCorrect({ kind: 'renumber', key: clause.key, number: typed === '' ? null : typed }).then(
          (done) => done && onClose(),
        )
      }}
    >
      <TextInput
        label="Número"
        description="Como debe citarse, por ejemplo 2.5.1 o a). Vacío: sin número."
        value={number}
        maxLength={30}
        autoFocus
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <FormButtons label="Renumerar" busy={busy} onClose={onClose} />
    </form>
  )
}

function Split({ clause, busy, onCorrect, onClose }: FormProps) {
  const [at, setAt] = useState(0)
  const inside = at > 0 && at < clause.text.length
  return (
    <form
      className="proposal-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (inside) void onCorrect({ kind: 'split', key: clause.key, at }).then((done) => done && onClose())
      }}
    >
      <ReadingTextarea
        label="Ponga el cursor donde empieza el segundo numeral"
        description={
          inside
            ? `El segundo empezará con: «${clause.text.slice(at, at + 40).trimStart()}…»`
            : 'Con el puntero o con las flechas. El texto no se modifica.'
        }
        value={clause.text}
        autosize
        autoFocus
        onSelect={(event) => setAt(event.currentTarget.selectionStart)}
      />
      <FormButtons label="Dividir aquí" busy={busy} disabled={!inside} onClose={onClose} />
    </form>
  )
}

function FormButtons({
  label,
  busy,
  disabled = false,
  onClose,
}: {
  label: string
  busy: boolean
  disabled?: boolean
  onClose: () => void
}) {
  return (
    <Group gap="xs" mt="xs">
      <Button size="xs" type="submit" loading={busy} disabled={disabled}>
        {label}
      </Button>
      <Button size="xs" variant="default" onClick={onClose}>
        Volver
      </Button>
    </Group>
  )
}
