import type { MyTurnView } from '@portal/contracts'
import { formatCount } from '@portal/domain'
import { EmptyState, LoadingRows, PageHeader } from '@portal/ui'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '../../lib/button-link.tsx'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { placeOf, TurnTable } from './turn-table.tsx'

/** Home: what waits for me, what I wait for, what is due soon. Three lists and nothing above them. */
export function MyTurnPage() {
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.turn.mine.queryOptions())
  return (
    <>
      <PageHeader title="Mi turno" sentence={data && summary(data)} action={data && <NextButton turn={data} />} />
      {error && !data && <QueryFailure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={6} label="Cargando lo que le toca…" />}
      {data && <ThreeLists turn={data} />}
    </>
  )
}

function summary({ mine, waiting }: MyTurnView): string {
  const forMe = mine.length === 0 ? 'Nada espera por usted' : `${countOf(mine.length)} por usted`
  const forOthers =
    waiting.length === 0 ? 'no espera nada de otros' : `usted espera ${formatCount(waiting.length)} de otros`
  return `${forMe}; ${forOthers}.`
}

const countOf = (count: number) => (count === 1 ? 'Un asunto espera' : `${formatCount(count)} asuntos esperan`)

function NextButton({ turn: { mine } }: { turn: MyTurnView }) {
  const [first] = mine
  if (!first) return null
  return (
    <ButtonLink
      to={placeOf(first.turn)}
      params={{ roundId: first.recordId }}
      rightSection={<IconArrowRight size={16} aria-hidden />}
    >
      Siguiente
    </ButtonLink>
  )
}

function ThreeLists({ turn: { mine, waiting, soon } }: { turn: MyTurnView }) {
  return (
    <>
      <section>
        <h2>Me toca</h2>
        {mine.length > 0 ? (
          <TurnTable caption="Me toca" rows={mine} />
        ) : (
          <EmptyState title="Nada espera por usted">
            Cuando algo le toque aparecerá aquí, por fecha de vencimiento.
          </EmptyState>
        )}
      </section>
      <section>
        <h2>Espero de otros</h2>
        {waiting.length > 0 ? (
          <TurnTable caption="Espero de otros" rows={waiting} />
        ) : (
          <EmptyState title="No espera nada de otros">
            Aquí verá lo que envió y está en manos de otra institución.
          </EmptyState>
        )}
      </section>
      <section>
        <h2>Vence pronto en mi institución</h2>
        {soon.length > 0 ? (
          <TurnTable caption="Vence pronto en mi institución" rows={soon} />
        ) : (
          <EmptyState title="Nada vence en los próximos cinco días" />
        )}
      </section>
    </>
  )
}
