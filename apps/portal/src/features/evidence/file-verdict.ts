import type { VerifyFileView } from '@portal/contracts'
import {
  IconCircleOff,
  IconHelpOctagon,
  IconProgress,
  IconReplace,
  IconShieldCheck,
  IconShieldX,
  type Icon,
} from '@tabler/icons-react'
import type { Tone } from '@portal/ui'
import type { VerdictWords } from './verdict.tsx'

type Known = VerifyFileView[number]

/** What the file is: one that a receipt certifies, a receipt, a matrix. */
const NAMES = {
  certified: { genuine: 'El archivo es auténtico', other: 'otro lo', same: 'el que acredita este acuse' },
  receipt: { genuine: 'El acuse es auténtico', other: 'otro lo', same: 'el que expidió este portal' },
  matrix: { genuine: 'La matriz es auténtica', other: 'otra la', same: 'la que exportó este portal' },
} as const satisfies Record<Known['what'], { genuine: string; other: string; same: string }>

type Words = { icon: Icon; tone: Tone; tail: (other: string) => string; after: string }
const STANDINGS: Record<Known['standing'], Words> = {
  in_force: { icon: IconShieldCheck, tone: 'good', tail: () => ' y está vigente', after: '' },
  superseded: {
    icon: IconReplace,
    tone: 'warn',
    tail: (other) => `, pero ${other} sustituye`,
    after: ' Ya no es lo que cuenta.',
  },
  without_effect: {
    icon: IconCircleOff,
    tone: 'warn',
    tail: () => ', pero quedó sin efectos',
    after: ' Después, lo que acredita se retiró, se canceló o no se admitió.',
  },
  provisional: {
    icon: IconProgress,
    tone: 'active',
    tail: () => ', anterior a la publicación',
    after: ' Es una copia de trabajo: contará la matriz que se publique.',
  },
}

const ALTERED: VerdictWords = {
  icon: IconShieldX,
  tone: 'bad',
  title: 'Lo registrado no coincide con el acuse',
  sentence:
    'Un acuse corresponde a este archivo, pero su registro ya no da la misma huella: no lo use como prueba y avise al INE.',
}

export const UNKNOWN_FILE: VerdictWords = {
  icon: IconHelpOctagon,
  tone: 'bad',
  title: 'Ningún acuse acredita este archivo',
  sentence:
    'Tampoco es un acuse o una matriz que haya expedido este portal. Basta un byte distinto para que no coincida, por ejemplo si el archivo se abrió y se volvió a guardar.',
}

export function fileVerdict({ what, intact, standing }: Known): VerdictWords {
  if (!intact) return ALTERED
  const { genuine, other, same } = NAMES[what]
  const { icon, tone, tail, after } = STANDINGS[standing]
  return { icon, tone, title: `${genuine}${tail(other)}`, sentence: `Es, byte por byte, ${same}.${after}` }
}
