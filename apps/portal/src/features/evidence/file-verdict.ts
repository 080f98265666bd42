import type { VerifyFileView } from '@portal/contracts'
import { IconCircleOff, IconHelpOctagon, IconReplace, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { VerdictWords } from './verdict.tsx'

type Receipt = VerifyFileView[number]

const STANDINGS = {
  in_force: {
    icon: IconShieldCheck,
    tone: 'good',
    title: 'El archivo es auténtico y está vigente',
    sentence: 'Es, byte por byte, el que acredita este acuse.',
  },
  superseded: {
    icon: IconReplace,
    tone: 'warn',
    title: 'El archivo es auténtico, pero una versión posterior lo sustituye',
    sentence: 'Es, byte por byte, el que acredita este acuse. Ya no es la versión que cuenta.',
  },
  without_effect: {
    icon: IconCircleOff,
    tone: 'warn',
    title: 'El archivo es auténtico, pero quedó sin efectos',
    sentence: 'Es, byte por byte, el que acredita este acuse. Después, lo enviado se retiró o se canceló.',
  },
} as const satisfies Record<Receipt['standing'], VerdictWords>

const ALTERED: VerdictWords = {
  icon: IconShieldX,
  tone: 'bad',
  title: 'Lo registrado no coincide con el acuse',
  sentence:
    'Un acuse nombra este archivo, pero su registro ya no da la misma huella: no lo use como prueba y avise al INE.',
}

export const UNKNOWN_FILE: VerdictWords = {
  icon: IconHelpOctagon,
  tone: 'bad',
  title: 'Ningún acuse acredita este archivo',
  sentence:
    'Basta un byte distinto para que no coincida, por ejemplo si el archivo se abrió y se volvió a guardar. Si lo que tiene es un acuse, use el código que está al pie.',
}

export const fileVerdict = ({ intact, standing }: Receipt): VerdictWords => (intact ? STANDINGS[standing] : ALTERED)
