import { SIGN_ON_FAILURES, type SignOnFailure } from '@portal/contracts'
import { PageHeader } from '@portal/ui'
import { getRouteApi } from '@tanstack/react-router'
import { ButtonLink } from '../../lib/button-link.tsx'

const route = getRouteApi('/public/entrada-no-concedida')

/** What happened, and what to do. */
const WHY = {
  unknown_person: [
    'El portal no conoce su correo',
    'Su institución confirmó quién es usted, pero nadie ha registrado en el portal un nombramiento con ese correo. Pida a quien administra el portal que lo registre con el oficio que lo acredita, con el mismo correo de su institución.',
  ],
  other_institution: [
    'Su nombramiento es de otra institución',
    'El proveedor con el que entró solo da paso a las personas de su institución, y su nombramiento vigente es de otra. Entre como lo hacen allá, o pida a quien administra el portal que revise su nombramiento.',
  ],
  no_appointment: [
    'Su nombramiento no está vigente',
    'El portal lo conoce, pero ningún nombramiento suyo está en vigor. Pida a quien administra el portal que registre el nuevo con el oficio que lo acredita.',
  ],
  other_subject: [
    'Ese correo era de otra cuenta',
    'Con ese correo ya entró otra cuenta de su institución. Si el correo cambió de persona, pida a quien administra el portal que registre su nombramiento; si es la misma persona con una cuenta nueva, pídale que desvincule la anterior.',
  ],
  email_not_verified: [
    'Su institución no ha verificado su correo',
    'El proveedor de su institución no confirma que el correo sea suyo. Pida a quien lo opera que lo verifique y vuelva a entrar.',
  ],
  no_email: [
    'Su institución no dijo su correo',
    'Sin él no se sabe quién entra. Pida a quien opera el proveedor de su institución que lo comparta con el portal.',
  ],
  other_domain: [
    'Su correo es de otro dominio',
    'El proveedor de su institución dio un correo de un dominio que no tiene registrado en el portal. Si entró con una cuenta personal, vuelva a entrar con la institucional; si no, pida a quien administra el portal que agregue ese dominio al proveedor.',
  ],
  expired: [
    'La entrada no se completó',
    'Pasó demasiado tiempo, o se abrió en otra ventana. Empiece de nuevo; no se perdió nada.',
  ],
  cancelled: [
    'No terminó de entrar',
    'La entrada se canceló en el proveedor de su institución. Puede empezar de nuevo.',
  ],
  suspended: ['La entrada con su institución está suspendida', 'Pida informes a quien administra el portal.'],
  provider_failed: [
    'El proveedor de su institución no confirmó quién es',
    'Vuelva a intentar en un momento. Si se repite, avise a quien opera el proveedor y a quien administra el portal.',
  ],
} as const satisfies Record<SignOnFailure, readonly [string, string]>

/** Where somebody arrives whom their institution's provider did not let in, with the reason and what to do about it. */
export function SignOnRefusedPage() {
  const { motivo } = route.useSearch()
  const [title, sentence] = WHY[SIGN_ON_FAILURES.find((known) => known === motivo) ?? 'provider_failed']
  return (
    <PageHeader title={title} sentence={sentence} action={<ButtonLink to="/entrar">Volver a la entrada</ButtonLink>} />
  )
}
