import { ROLE_NAMES, type Role } from '@portal/domain'

/** "Enlace OPL · IEPC Chiapas"; where the role names its area already, the role alone: "Coordinación DERFE". */
export function roleAt(role: Role, organisation: string): string {
  const name = ROLE_NAMES[role]
  return name.endsWith(` ${organisation}`) ? name : `${name} · ${organisation}`
}
