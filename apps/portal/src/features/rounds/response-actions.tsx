import { Button } from '@mantine/core'
import type { ResponseView } from '@portal/contracts'
import { formatCount, type ResponseCommandKind } from '@portal/domain'
import { useState } from 'react'
import { useAct } from '../../lib/use-act.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { ActDialog } from '../../lib/act-dialog.tsx'

type Dialog =
  | 'send'
  | 'declare_none'
  | 'submit_for_approval'
  | 'return_to_liaison'
  | 'withdraw_to_correct'
  | 'send_late'

/** In the order in which they stand; the first one that is allowed is the button of the screen. */
const BUTTONS: readonly [Dialog, string][] = [
  ['send', 'Enviar observaciones'],
  ['submit_for_approval', 'Enviar a aprobación'],
  ['declare_none', 'Declarar sin observaciones'],
  ['send_late', 'Presentar fuera de plazo'],
  ['return_to_liaison', 'Devolver al enlace'],
  ['withdraw_to_correct', 'Retirar para corregir'],
]

/** What the person may do with the answer of their OPL: the buttons come from what the API allows. */
export function ResponseActions({ response }: { response: ResponseView }) {
  const [open, setOpen] = useState<Dialog | null>(null)
  // Sending for approval without anything to approve would be an empty act.
  const offered = BUTTONS.filter(
    ([kind]) => response.allowed.includes(kind) && (kind !== 'submit_for_approval' || response.drafts > 0),
  )
  return (
    <>
      {offered.map(([kind, label], index) => (
        <Button key={kind} variant={index === 0 ? 'filled' : 'default'} onClick={() => setOpen(kind)}>
          {label}
        </Button>
      ))}
      <Dialogs response={response} open={open} onClose={() => setOpen(null)} />
    </>
  )
}

function Dialogs({ response, open, onClose }: { response: ResponseView; open: Dialog | null; onClose: () => void }) {
  const trpc = useTRPC()
  const touches = [trpc.rounds.pathFilter(), trpc.observations.pathFilter(), trpc.turn.pathFilter()]
  const settings = (done: string) => ({ done, touches, beside: true })
  const send = useAct(trpc.responses.send.mutationOptions(), settings('Observaciones enviadas.'))
  const none = useAct(trpc.responses.declareNone.mutationOptions(), settings('Declaración enviada.'))
  const submit = useAct(trpc.responses.submitForApproval.mutationOptions(), settings('Enviado a aprobación.'))
  const back = useAct(trpc.responses.returnToLiaison.mutationOptions(), settings('Devuelto al enlace.'))
  const withdraw = useAct(trpc.responses.withdrawToCorrect.mutationOptions(), settings('Retirado para corregir.'))
  const late = useAct(trpc.responses.sendLate.mutationOptions(), settings('Presentado fuera de plazo.'))
  const given = { responseId: response.id, seen: response.recordVersion }
  const plain = () => given
  const reasoned = (reason: string) => ({ ...given, reason })
  const count = response.drafts === 1 ? 'la observación' : `las ${formatCount(response.drafts)} observaciones`
  const at = (kind: ResponseCommandKind) => ({ opened: open === kind, onClose })
  return (
    <>
      <ActDialog
        {...at('send')}
        title="Enviar observaciones"
        consequence={`Se envía ${count} a la DERFE y se expide un acuse. Hasta el cierre podrá retirarlas para corregir; después ya no.`}
        confirm="Enviar observaciones"
        act={send}
        input={plain}
      />
      <ActDialog
        {...at('declare_none')}
        title="Declarar sin observaciones"
        consequence="Consta formalmente que su institución revisó el documento y no tiene observaciones. Se expide un acuse."
        confirm="Declarar sin observaciones"
        act={none}
        input={plain}
      />
      <ActDialog
        {...at('submit_for_approval')}
        title="Enviar a aprobación"
        consequence={`La titularidad de su OPL recibe ${count} para enviarlas o devolverlas. Mientras tanto no se pueden modificar.`}
        confirm="Enviar a aprobación"
        act={submit}
        input={plain}
      />
      <ActDialog
        {...at('return_to_liaison')}
        title="Devolver al enlace"
        consequence="El enlace podrá modificar las observaciones y volver a enviarlas a aprobación."
        confirm="Devolver al enlace"
        act={back}
        reason="Por qué se devuelve"
        input={reasoned}
      />
      <ActDialog
        {...at('withdraw_to_correct')}
        title="Retirar para corregir"
        consequence="Lo enviado deja de contar hasta que se envíe otra vez antes del cierre. El acuse anterior queda sustituido."
        confirm="Retirar para corregir"
        danger
        act={withdraw}
        reason="Por qué se retira"
        input={reasoned}
      />
      <ActDialog
        {...at('send_late')}
        title="Presentar fuera de plazo"
        consequence={`El plazo ya venció. Se presenta ${count} con acuse que lo dice; la DERFE decide si las admite.`}
        confirm="Presentar fuera de plazo"
        act={late}
        reason="Por qué se presenta fuera de plazo"
        input={reasoned}
      />
    </>
  )
}
