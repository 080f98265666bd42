import type { RoundOverview } from '@portal/contracts'
import {
  DISPOSITION_NAMES,
  DISPOSITIONS,
  formatCount,
  formatDate,
  OBSERVATION_TYPE_NAMES,
  OBSERVATION_TYPES,
} from '@portal/domain'
import { DataTable, type Column } from '@portal/ui'
import { FigureSection } from './figure-section.tsx'
import { daysBetween } from './scale.ts'
import { StackedDays, type Series } from './stacked-days.tsx'

type DayOfRound = RoundOverview['days'][number]

const RECEIVED: readonly Series<DayOfRound>[] = OBSERVATION_TYPES.map((type) => ({
  name: OBSERVATION_TYPE_NAMES[type],
  count: ({ received }) => received[type],
}))
const RESOLVED: readonly Series<DayOfRound>[] = DISPOSITIONS.map((disposition) => ({
  name: DISPOSITION_NAMES[disposition],
  count: ({ resolved }) => resolved[disposition],
}))

const countColumn = ({ name, count }: Series<DayOfRound>): Column<DayOfRound> => ({
  key: name,
  header: name,
  align: 'end',
  cell: (day) => formatCount(count(day)),
})
const COLUMNS: Column<DayOfRound>[] = [
  { key: 'day', header: 'Día', nowrap: true, cell: ({ day }) => formatDate(day) },
  ...RECEIVED.map(countColumn),
  ...RESOLVED.map(countColumn),
]

/** How many observations came in and how many got their outcome, day by day: of the same days, so that they compare. */
export function DaysCharts({ roundId, days }: { roundId: string; days: readonly DayOfRound[] }) {
  if (days.length === 0) return null
  const known = new Map(days.map((day) => [day.day, day]))
  const all = daysBetween(days.map(({ day }) => day)).map((day) => ({ day, counts: known.get(day) }))
  return (
    <FigureSection
      id="dias"
      title="Recibidas y resueltas por día"
      csv={`/exports/rounds/${roundId}/overview/dias.csv`}
      table={
        <DataTable
          caption="Recibidas y resueltas por día"
          columns={COLUMNS}
          rows={days}
          rowKey={({ day }) => day}
          narrow="scroll"
        />
      }
    >
      <div className="overview-pair">
        <StackedDays title="Recibidas, por tipo" days={all} series={RECEIVED} />
        <StackedDays title="Resueltas, por sentido" days={all} series={RESOLVED} />
      </div>
    </FigureSection>
  )
}
