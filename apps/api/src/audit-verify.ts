import { resolve } from 'node:path'
import { createPool, DatabaseStartError, openExisting } from '@portal/database'
import { formatCount } from '@portal/domain'
import type { Verified, VerifiedKey, VerifiedStamp } from './acts/verified.ts'
import { verifyAll } from './acts/verify.ts'
import { readEnv, stampRoots } from './env.ts'
import { verificar } from './evidence/record-bundle/verificar.mjs'
import { explainDatabase, StartFailure } from './start/start-failure.ts'

/** Of the process: 0 all evidence holds, 1 something is broken, 2 it could not be verified. */
type Outcome = 0 | 1 | 2

const TELL_EVERY = 20_000

/**
 * `pnpm audit:verify`: recomputes all evidence in the database, beside a portal that runs or without one.
 * `pnpm audit:verify <folder>`: of an expediente that was unpacked there, by the script that travels in each.
 */
async function run(folder: string | undefined): Promise<Outcome> {
  if (folder !== undefined) {
    const { integro, dice } = verificar(resolve(folder))
    for (const line of dice) console.log(line)
    return integro ? 0 : 1
  }
  const env = readEnv()
  const database =
    env.DATABASE_URL === undefined
      ? await openExisting(env.DATA_DIR)
      : { url: env.DATABASE_URL, close: () => Promise.resolve() }
  const pool = createPool({ url: database.url, max: 1 })
  try {
    console.log('Verificando la bitácora…')
    const verified = await verifyAll(pool, { roots: await stampRoots(env), onProgress: tellProgress })
    for (const [index, key] of verified.keys.entries()) console.log(keySentence(key, index === 0))
    if (verified.stamps.length > 0) console.log(stampSentence(verified.stamps))
    console.log(sentenceOf(verified))
    return verified.broken ? 1 : 0
  } catch (error) {
    throw env.DATABASE_URL === undefined ? error : explainDatabase(error)
  } finally {
    await pool.end()
    await database.close()
  }
}

let told = 0
function tellProgress(events: number): void {
  if (events - told < TELL_EVERY) return
  told = events
  console.log(`  ${formatCount(events)} actos…`)
}

/** An auditor compares it with the print of the key that they were handed. */
function keySentence({ id, since, vouched }: VerifiedKey, first: boolean): string {
  const origin = first
    ? 'la primera'
    : vouched
      ? 'firmada por la anterior'
      : 'SIN FIRMA de la anterior, que se declaró perdida'
  return `Llave de sello ${id}, desde ${since}: ${origin}.`
}

/** The latest dates all that is under it; who stamped, and whether that was compared with a root. */
function stampSentence(stamps: readonly VerifiedStamp[]): string {
  const { at, authority, seal, trusted } = stamps.at(-1) as VerifiedStamp
  const roots = {
    yes: 'su certificado lleva a una raíz de TSA_CA',
    no: 'SU CERTIFICADO NO LLEVA A NINGUNA RAÍZ de TSA_CA',
    unknown: 'su certificado no se comparó con ninguna raíz (TSA_CA)',
  }[trusted === null ? 'unknown' : trusted ? 'yes' : 'no']
  return `${formatCount(stamps.length)} estampas de tiempo; la última, del sello ${seal}, es de ${authority}, ${at}: ${roots}.`
}

function sentenceOf({ events, chains, receipts, seals, broken }: Verified): string {
  const counted = `${formatCount(events)} actos en ${formatCount(chains)} cadenas, ${formatCount(receipts)} acuses y ${formatCount(seals)} sellos`
  if (!broken) return `Íntegra: ${counted} verificados.`
  const where = broken.recordId === null ? '' : `acto ${broken.seq} del registro ${broken.recordId}: `
  return `ALTERADA: ${where}${broken.reason}.\nAntes de ahí se verificaron ${counted}.`
}

/** One sentence for what was foreseen; of anything else also where it happened. */
function say(error: unknown): void {
  if (error instanceof StartFailure || error instanceof DatabaseStartError) console.error(error.message)
  else console.error('La bitácora no se pudo verificar:', error)
}

process.exitCode = await run(process.argv[2]).catch((error: unknown): Outcome => {
  say(error)
  return 2
})
