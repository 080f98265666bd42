import { z } from 'zod'
import { word } from './command.ts'

/** Keyset pages: `cursor` is opaque and comes from the page before. */
export const paging = {
  cursor: word(200).nullish(),
  limit: z.int().min(1).max(200).default(50),
}

export const page = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() })

export type Page<Row> = { rows: Row[]; next: string | null }
