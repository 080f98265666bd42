import type { ResolutionBody } from '@portal/domain'

export const BODY_NAMES = { CVMRE: 'Comisión (CVMRE)', CG: 'Consejo General' } as const satisfies Record<
  ResolutionBody,
  string
>
