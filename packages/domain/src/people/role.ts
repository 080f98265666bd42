/** Roles of domain section 3. What each may do stands in the workflow tables and policies, nowhere else. */
export const OPL_ROLES = ['opl_liaison', 'opl_head'] as const
export const INE_ROLES = [
  'derfe_coordinator',
  'derfe_head',
  'deoe_reviewer',
  'deoe_head',
  'area_responder',
  'observer',
  'auditor',
  'administrator',
] as const
export const ROLES = [...OPL_ROLES, ...INE_ROLES] as const

export type OplRole = (typeof OPL_ROLES)[number]
export type IneRole = (typeof INE_ROLES)[number]
export type Role = OplRole | IneRole

export const ROLE_NAMES = {
  opl_liaison: 'Enlace OPL',
  opl_head: 'Titular OPL',
  derfe_coordinator: 'Coordinación DERFE',
  derfe_head: 'Titular DERFE',
  deoe_reviewer: 'Revisión DEOE',
  deoe_head: 'Titular DEOE',
  area_responder: 'Enlace de área',
  observer: 'Consulta',
  auditor: 'Auditoría',
  administrator: 'Administración',
} as const satisfies Record<Role, string>

export const isOplRole = (role: Role): role is OplRole => (OPL_ROLES as readonly string[]).includes(role)

/** As a person reads a role that the record names; the record may know one that there is no more. */
export const roleName = (role: string): string => {
  const known = ROLES.find((one) => one === role)
  return known === undefined ? (role === 'system' ? 'El portal' : role) : ROLE_NAMES[known]
}
