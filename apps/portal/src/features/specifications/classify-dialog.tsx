import { Group, Modal, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ClassifyInput, type ClassificationView, type VersionView } from '@portal/contracts'
import { INFORMATION_CLASS_NAMES, INFORMATION_CLASSES, type InformationClass } from '@portal/domain'
import { FormEnd } from '../../lib/form-end.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'

export type ClassifiedSubject = {
  kind: 'clause' | 'artwork'
  id: string
  /** As cited: "2.1", "Sobre-PEP". */
  name: string
  classification: ClassificationView | null
}

const { reason: Reason, basis: Basis } = ClassifyInput.shape

const CONSEQUENCES = {
  public: 'Lo leerá quien vea la versión.',
  reserved:
    'Solo lo leerán la DERFE, la DEOE y la auditoría, y cada lectura queda en la bitácora. Los demás verán el número, el fundamento y el plazo.',
  confidential:
    'Solo lo leerán la DERFE y la auditoría, y cada lectura queda en la bitácora. Los demás verán el número, el fundamento y el plazo.',
} as const satisfies Record<InformationClass, string>

type Values = { class: InformationClass; basis: string; from: string; until: string; reason: string }

const validate = {
  basis: (value: string, values: Values) =>
    values.class === 'public' || (Basis.safeParse(value).success && value.trim() !== '')
      ? null
      : 'Escriba el fundamento tal como consta.',
  until: (value: string, { from }: Values) =>
    value !== '' && from !== '' && value < from ? 'El último día es anterior al primero. Corrija las fechas.' : null,
  reason: (value: string) => (Reason.safeParse(value).success ? null : 'Escriba el motivo: quedará en la bitácora.'),
}

/** Says who may read a clause or an artwork, on which basis and how long. */
export function ClassifyDialog({
  version,
  subject,
  onClose,
}: {
  version: VersionView
  subject: ClassifiedSubject
  onClose: () => void
}) {
  const trpc = useTRPC()
  const { classification } = subject
  const form = useForm<Values>({
    initialValues: {
      class: classification?.class ?? 'reserved',
      basis: classification?.basis ?? '',
      from: classification?.from ?? '',
      until: classification?.until ?? '',
      reason: '',
    },
    validate,
  })
  const classify = useAct(trpc.specifications.classify.mutationOptions(), {
    done: 'Información clasificada.',
    touches: [trpc.specifications.pathFilter(), trpc.observations.pathFilter()],
    beside: true,
    onDone: onClose,
  })
  const chosen = form.values.class
  return (
    <Modal opened onClose={onClose} title={`Clasificar ${subject.name}`}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ from, until, ...values }) =>
            void classify.run({
              ...values,
              versionId: version.id,
              seen: version.recordVersion,
              target: { kind: subject.kind, id: subject.id },
              from: from === '' ? null : from,
              until: until === '' ? null : until,
            }),
        )}
      >
        <Stack gap="md">
          <Radio.Group label="Clase de información" {...form.getInputProps('class')}>
            <Group gap="md" mt="xs">
              {INFORMATION_CLASSES.map((one) => (
                <Radio key={one} value={one} label={INFORMATION_CLASS_NAMES[one]} />
              ))}
            </Group>
          </Radio.Group>
          {chosen !== 'public' && (
            <>
              <TextInput
                label="Fundamento"
                description="Tal como consta: el acuerdo o el artículo en que se basa. Lo leerán todas las instituciones."
                {...form.getInputProps('basis')}
              />
              <Group grow align="flex-start">
                <TextInput label="Desde" type="date" {...form.getInputProps('from')} />
                <TextInput
                  label="Hasta"
                  type="date"
                  description="Vacío: de manera permanente."
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  {...form.getInputProps('until')}
                />
              </Group>
            </>
          )}
          <Textarea
            label="Motivo"
            description="Queda en la bitácora, que otras instituciones leen: no copie aquí lo que se reserva."
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <div className="ui-consequence">{CONSEQUENCES[chosen]}</div>
          <FormEnd failure={classify.failure} confirm="Clasificar" pending={classify.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
