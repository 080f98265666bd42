import type { EventView } from '@portal/contracts'
import { actingName, formatInstant, RECORD_KIND_NAMES, roleName, verbName } from '@portal/domain'
import type { CsvColumn } from '../http/csv.ts'

/** The columns as the screen names them, with what only a machine asks for after them. */
export const EVENT_COLUMNS: readonly CsvColumn<EventView>[] = [
  ['Fecha y hora (centro de México)', ({ at }) => formatInstant(at)],
  ['Quién', ({ person }) => (person === null ? 'El portal' : actingName(person))],
  ['Función', ({ role }) => roleName(role)],
  ['Organización', ({ organisation }) => organisation ?? ''],
  ['Acto', ({ verb }) => verbName(verb)],
  ['Motivo', ({ reason }) => reason ?? ''],
  ['Acuse', ({ folio }) => folio ?? ''],
  ['Datos', ({ details }) => details.map(({ label, value }) => `${label}: ${value}`).join('\n')],
  ['Registro', ({ recordKind }) => RECORD_KIND_NAMES[recordKind]],
  ['Clave del registro', ({ recordId }) => recordId],
  ['Núm. en el registro', ({ seq }) => String(seq)],
  ['Clave del acto', ({ verb }) => verb],
  ['Instante (UTC)', ({ at }) => at],
  ['Huella (SHA-256)', ({ hash }) => hash],
]
