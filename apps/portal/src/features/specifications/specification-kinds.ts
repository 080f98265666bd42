import type { SpecificationRow } from '@portal/contracts'

export const SPECIFICATION_KIND_NAMES = {
  pep: 'Elementos del PEP',
  guideline: 'Lineamientos',
  procedure: 'Procedimiento',
  draft_agreement: 'Proyecto de acuerdo',
  report: 'Informe',
} as const satisfies Record<SpecificationRow['kind'], string>

export type SpecificationKind = SpecificationRow['kind']

export const KIND_OPTIONS = (Object.keys(SPECIFICATION_KIND_NAMES) as SpecificationKind[]).map((kind) => ({
  value: kind,
  label: SPECIFICATION_KIND_NAMES[kind],
}))

export const kindOf = (text: string | null | undefined): SpecificationKind | null =>
  KIND_OPTIONS.find((option) => option.value === text)?.value ?? null
