import { Button, Chip, Group } from '@mantine/core'
import type { ComparedClauseView, ComparisonView } from '@portal/contracts'
import { CHANGE_FILTERS, CLAUSE_CHANGE_NAMES, formatCount, isShownAs, type ChangeFilter } from '@portal/domain'
import { EmptyState } from '@portal/ui'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, type KeyboardEvent } from 'react'
import { ComparedClause } from './compared-clause.tsx'
import { changeFilter } from './comparison-search.ts'

const route = getRouteApi('/signed-in/especificaciones/$specificationId/comparar')

const FILTER_NAMES = {
  changed: 'Con cambios',
  ...CLAUSE_CHANGE_NAMES,
  unchanged: 'Sin cambio',
} as const satisfies Record<ChangeFilter, string>

const citationOf = ({ before, after }: ComparedClauseView): string => (after ?? before)?.citation ?? ''
/** One of each: a clause that was removed and one that was added may be cited alike. */
const keyOf = (row: ComparedClauseView): string => (row.after ?? row.before)?.id ?? ''

/** The clauses of both versions in order; `n` and `p` go from change to change while the list has the focus. */
export function ComparedClauses({ comparison }: { comparison: ComparisonView }) {
  const { rows, counts, from, to } = comparison
  const { cambio, numeral } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useRef<HTMLOListElement>(null)
  const filter = changeFilter(cambio)
  const shown = rows.filter((row) => isShownAs(filter, row))
  const current = shown.findIndex((row) => citationOf(row) === numeral)

  const go = (step: 1 | -1) => {
    const from = current < 0 && step === -1 ? shown.length : current
    let at = from + step
    while (at >= 0 && at < shown.length && shown[at]?.changes.length === 0) at += step
    const next = shown[at]
    if (!next) return
    void navigate({
      search: (before) => ({ ...before, numeral: citationOf(next) }),
      replace: true,
      resetScroll: false,
    })
    const element = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(keyOf(next))}"]`)
    element?.scrollIntoView({ block: 'center' })
    element?.querySelector('a')?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'n' ? 1 : event.key === 'p' ? -1 : null
    if (step === null) return
    event.preventDefault()
    go(step)
  }
  const count = (one: ChangeFilter) => (one === 'changed' ? rows.length - counts.unchanged : counts[one])

  return (
    <section aria-labelledby="numerales">
      <h2 id="numerales" className="ui-visually-hidden">
        Numerales
      </h2>
      <div className="comparison-bar">
        <Chip.Group
          value={filter ?? 'all'}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, cambio: value === 'all' ? undefined : value, numeral: undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        >
          <Group gap="xs" role="radiogroup" aria-label="Se muestran">
            <Chip value="all" size="sm">
              Todos {formatCount(rows.length)}
            </Chip>
            {CHANGE_FILTERS.map((one) => (
              <Chip key={one} value={one} size="sm">
                {FILTER_NAMES[one]} {formatCount(count(one))}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowUp size={14} aria-hidden />}
            onClick={() => go(-1)}
          >
            Cambio anterior
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onClick={() => go(1)}
          >
            Cambio siguiente
          </Button>
        </Group>
      </div>
      <p className="ui-quiet">Con el foco en la lista, la tecla «n» lleva al cambio siguiente y la «p» al anterior.</p>
      {shown.length === 0 ? (
        <EmptyState title="Ningún numeral coincide">Elija otro filtro para ver los demás.</EmptyState>
      ) : (
        <ol ref={list} className="comparison-rows" onKeyDown={onKeyDown}>
          {shown.map((row, index) => (
            <li
              key={keyOf(row)}
              data-row={keyOf(row)}
              data-kind={row.changes[0]}
              aria-current={index === current || undefined}
              className="comparison-row"
            >
              <ComparedClause row={row} from={from.number} to={to.number} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
