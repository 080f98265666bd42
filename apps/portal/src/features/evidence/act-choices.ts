import type { ActChoices } from '@portal/contracts'
import { verbName } from '@portal/domain'
import type { ActFilter } from './act-filter-bar.tsx'

/** Who acted and what was done, as a person chooses among them. */
export const actChoices = (choices: ActChoices | undefined): readonly ActFilter<'persona' | 'acto'>[] => [
  {
    name: 'persona',
    label: 'Persona',
    data: (choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    name: 'acto',
    label: 'Acto',
    data: (choices?.verbs ?? []).map((verb) => ({ value: verb, label: verbName(verb) })),
  },
]
