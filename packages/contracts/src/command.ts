import { z } from 'zod'

/** An ISO 8601 instant in UTC. */
export const Instant = z.string()
/** A day, YYYY-MM-DD. */
export const Day = z.iso.date()
export const Id = z.uuid()

/** Text that a person typed: whole characters in NFC, trimmed, without the control characters that no screen shows. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) =>
      value
        .toWellFormed()
        .normalize('NFC')
        .replace(/[^\P{Cc}\t\n\r]/gu, '')
        .trim(),
    )
/** A text that is only compared with others: the name of something, words to look for. PostgreSQL has no word for NUL. */
export const word = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\0'))

export const needed = (most: number) => text(most).pipe(z.string().min(1))

/**
 * What comes with every command: `key` makes repetition harmless (a new one for each intention, the same for each
 * retry), `seen` is the record's version that the person had before their eyes.
 */
export const command = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ key: Id, seen: z.int().positive(), ...shape })

/** The answer of every act. `folio` and `code` are those of the receipt of a formal act. */
export const ActDone = z.object({
  recordId: Id,
  recordVersion: z.int(),
  folio: z.string().nullable(),
  code: z.string().nullable(),
})
export type ActDone = z.infer<typeof ActDone>
