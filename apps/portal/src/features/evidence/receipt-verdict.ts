import type { VerifyView } from '@portal/contracts'
import { IconCircleOff, IconHelpOctagon, IconReplace, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { VerdictWords } from './verdict.tsx'

/** What the verification found, in words for somebody who does not know the portal. */
export const VERDICTS = {
  genuine: {
    icon: IconShieldCheck,
    tone: 'good',
    title: 'El acuse es auténtico',
    sentence:
      'Lo expidió este portal y lo registrado no ha cambiado desde entonces. Compare los datos con los de su acuse.',
  },
  superseded: {
    icon: IconReplace,
    tone: 'warn',
    title: 'El acuse es auténtico, pero otro lo sustituye',
    sentence: 'Lo expidió este portal. Después hubo un acto que lo reemplaza: el que cuenta es el más reciente.',
  },
  without_effect: {
    icon: IconCircleOff,
    tone: 'warn',
    title: 'El acuse es auténtico, pero quedó sin efectos',
    sentence: 'Lo expidió este portal. Después, lo que acredita se retiró, se canceló o no se admitió.',
  },
  altered: {
    icon: IconShieldX,
    tone: 'bad',
    title: 'Lo registrado no coincide con el acuse',
    sentence: 'El acuse existe, pero su registro ya no da la misma huella: no lo use como prueba y avise al INE.',
  },
  unknown: {
    icon: IconHelpOctagon,
    tone: 'bad',
    title: 'No hay un acuse con este código',
    sentence:
      'Revise el código: puede faltar una letra, y las mayúsculas cuentan. Si está bien escrito, este portal no expidió ese acuse.',
  },
} as const satisfies Record<VerifyView['result'], VerdictWords>
