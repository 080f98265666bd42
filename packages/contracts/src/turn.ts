import { z } from 'zod'
import { Id } from './command.ts'
import { TurnView } from './rounds.ts'

/** A record that waits for somebody, as *Mi turno* lists it. */
export const TurnRow = z.object({
  recordId: Id,
  recordKind: z.literal('round'),
  title: z.string(),
  status: z.string(),
  turn: TurnView,
})
export type TurnRow = z.infer<typeof TurnRow>

export const MyTurnView = z.object({
  /** Me toca, by due date. */
  mine: z.array(TurnRow),
  /** Espero de otros. */
  waiting: z.array(TurnRow),
  /** Vence pronto en mi institución: due within five days. */
  soon: z.array(TurnRow),
})
export type MyTurnView = z.infer<typeof MyTurnView>
