import { Modal, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { RecordResolutionInput, type VersionView } from '@portal/contracts'
import { FormEnd } from '../../lib/form-end.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { useAct } from '../../lib/use-act.tsx'
import { BODY_NAMES } from './resolution-bodies.ts'

type Body = keyof typeof BODY_NAMES

const { number: Number_, subject: Subject, day: Day } = RecordResolutionInput.shape
const CONSEQUENCES = {
  CVMRE: 'Queda registrado y la versión sigue en su estado: la Comisión la somete al Consejo General.',
  CG: 'La versión quedará aprobada. No se puede deshacer; un error se corrige con otro acuerdo.',
} as const satisfies Record<Body, string>

/** Records a resolution as typed, with its date if it is known. It gives a receipt. */
export function RecordResolutionDialog({
  version,
  opened,
  onClose,
}: {
  version: VersionView
  opened: boolean
  onClose: () => void
}) {
  const trpc = useTRPC()
  const form = useForm<{ number: string; body: Body; day: string; subject: string }>({
    initialValues: { number: '', body: 'CVMRE', day: '', subject: '' },
    validate: {
      number: (value) => (Number_.safeParse(value).success ? null : 'Escriba el número del acuerdo tal como consta.'),
      subject: (value) => (Subject.safeParse(value).success ? null : 'Escriba el asunto del acuerdo.'),
      day: (value) => (value === '' || Day.safeParse(value).success ? null : 'Escriba una fecha que exista.'),
    },
  })
  const record = useAct(trpc.specifications.recordResolution.mutationOptions(), {
    done: 'Acuerdo registrado.',
    touches: [trpc.specifications.pathFilter()],
    beside: true,
    onDone: () => {
      form.reset()
      onClose()
    },
  })
  return (
    <Modal opened={opened} onClose={onClose} title="Registrar acuerdo">
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ day, ...values }) =>
            void record.run({
              ...values,
              versionId: version.id,
              seen: version.recordVersion,
              day: day === '' ? null : day,
            }),
        )}
      >
        <Stack gap="md">
          <TextInput
            label="Número"
            description="Tal como consta, por ejemplo INE/CVMRE-04SE: 21/12/2017."
            data-autofocus
            {...form.getInputProps('number')}
          />
          <Select
            label="Órgano que lo emitió"
            data={(Object.keys(BODY_NAMES) as Body[]).map((body) => ({ value: body, label: BODY_NAMES[body] }))}
            allowDeselect={false}
            {...form.getInputProps('body')}
          />
          <TextInput
            label="Fecha de la sesión"
            description="Déjela vacía si no consta."
            type="date"
            {...form.getInputProps('day')}
          />
          <Textarea label="Asunto" autosize minRows={2} {...form.getInputProps('subject')} />
          <div className="ui-consequence">{CONSEQUENCES[form.values.body]}</div>
          <FormEnd failure={record.failure} confirm="Registrar acuerdo" pending={record.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
