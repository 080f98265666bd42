import { Modal, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { SetPublicationInput, type PublicationRuleView } from '@portal/contracts'
import { PUBLICATION_KIND_NAMES } from '@portal/domain'
import { FormEnd } from '../../lib/form-end.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'

const { reason: Reason } = SetPublicationInput.shape

/** Whether a kind of record is shown to everybody, on which basis, and why it changes. */
export function RuleDialog({ rule, onClose }: { rule: PublicationRuleView; onClose: () => void }) {
  const trpc = useTRPC()
  const form = useForm({
    initialValues: { shown: rule.shown, basis: rule.basis, reason: '' },
    validate: {
      basis: (value, { shown }) => (shown && value.trim() === '' ? 'Escriba el fundamento tal como consta.' : null),
      reason: (value) => (Reason.safeParse(value).success ? null : 'Escriba el motivo: quedará en la bitácora.'),
    },
  })
  const set = useAct(trpc.publication.setRule.mutationOptions(), {
    done: 'Publicación cambiada.',
    touches: [trpc.publication.pathFilter()],
    beside: true,
    onDone: onClose,
  })
  const { kind, recordVersion: seen } = rule
  return (
    <Modal opened onClose={onClose} title={PUBLICATION_KIND_NAMES[kind]}>
      <form noValidate onSubmit={form.onSubmit((values) => void set.run({ ...values, kind, seen }))}>
        <Stack gap="md">
          <Switch label="Se muestra a cualquier persona" {...form.getInputProps('shown', { type: 'checkbox' })} />
          <TextInput
            label="Fundamento"
            description="Tal como consta: la norma o el acuerdo que lo hace público."
            {...form.getInputProps('basis')}
          />
          <Textarea label="Motivo" autosize minRows={2} {...form.getInputProps('reason')} />
          <div className="ui-consequence">
            {form.values.shown
              ? 'Cualquier persona podrá verlo y descargarlo sin sesión, salvo lo reservado y lo confidencial.'
              : 'Dejará de verse en la parte pública. Lo que alguien ya descargó no se recupera.'}
          </div>
          <FormEnd failure={set.failure} confirm="Guardar" pending={set.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
