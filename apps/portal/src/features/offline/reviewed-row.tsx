import { Checkbox } from '@mantine/core'
import type { OfflineRowView, OfflineTextsView } from '@portal/contracts'
import { OBSERVATION_TYPE_NAMES } from '@portal/domain'
import { StatusBadge, TrackedText } from '@portal/ui'
import { problemSentence, ROW_SIGNS } from './row-words.ts'

const FIELDS = [
  ['place', 'Numeral'],
  ['type', 'Tipo'],
  ['says', 'Dice'],
  ['shouldSay', 'Debe decir'],
  ['rationale', 'Justificación'],
  ['legalBasis', 'Fundamento'],
] as const satisfies (readonly [keyof OfflineTextsView, string])[]

type Props = { row: OfflineRowView; chosen: boolean; onChoose: (chosen: boolean) => void }

/** One row of the file beside the portal's: what it says, what it would change, or why it is not taken. */
export function ReviewedRow({ row, chosen, onChoose }: Props) {
  const { line, status, texts, before, problems } = row
  const takes = status === 'new' || status === 'changed' || status === 'conflict'
  return (
    <li className="offline-row" data-status={status}>
      <div className="offline-row-head">
        {takes && (
          <Checkbox
            aria-label={`Tomar el renglón ${line}`}
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <span>
          Renglón {line}
          {texts.place !== '' && <strong> · {texts.place}</strong>}
        </span>
        <StatusBadge {...ROW_SIGNS[status]} plain />
      </div>
      {problems.length > 0 && (
        <ul className="offline-problems">
          {problems.map((problem) => (
            <li key={`${problem.cell}${problem.code}`}>{problemSentence(problem)}</li>
          ))}
        </ul>
      )}
      {status === 'conflict' && (
        <p className="offline-conflict">
          Alguien la modificó en el portal después de que se hizo el archivo. Si toma el renglón, queda como en el
          archivo.
        </p>
      )}
      {status !== 'unchanged' && <Texts texts={texts} before={before} />}
    </li>
  )
}

const shown = (texts: OfflineTextsView, field: keyof OfflineTextsView): string =>
  field === 'type' ? (texts.type === null ? '' : OBSERVATION_TYPE_NAMES[texts.type]) : texts[field]

/** Of a change only what changes; of a new one all that it says. */
function Texts({ texts, before }: { texts: OfflineTextsView; before: OfflineTextsView | null }) {
  const fields = FIELDS.filter(([field]) =>
    before === null ? field !== 'place' && shown(texts, field) !== '' : shown(texts, field) !== shown(before, field),
  )
  return (
    <dl className="offline-texts">
      {fields.map(([field, label]) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {before === null ? (
              shown(texts, field)
            ) : (
              <TrackedText before={shown(before, field)} after={shown(texts, field)} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
