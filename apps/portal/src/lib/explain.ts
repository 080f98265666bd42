import type { Refusal, RefusalCode } from '@portal/contracts'
import {
  LEAST_PASSWORD,
  MOST_PASSWORD,
  OBSERVATION_STATUS_NAMES,
  OUTCOME_GAP_NAMES,
  RESPONSE_STATUS_NAMES,
  ROLE_NAMES,
  ROUND_STATUS_NAMES,
  VERSION_STATUS_NAMES,
  formatCount,
  formatDue,
  formatInstant,
  type ActorRole,
  type PasswordRefusal,
  type ProviderRefusal,
} from '@portal/domain'

/** The refusals that may bear a code, also those that bear one of several. */
type FactsIn<One extends Refusal, Code> = One extends Refusal ? (Code extends One['code'] ? One : never) : never
type Facts<Code extends RefusalCode> = FactsIn<Refusal, Code>
type Sentences = { [Code in RefusalCode]: (facts: Facts<Code>, nameOf: (organisationId: string) => string) => string }

const count = (amount: number, one: string, many: string) => `${formatCount(amount)} ${amount === 1 ? one : many}`
const roleName = (role: ActorRole) => (role === 'system' ? 'el propio portal' : ROLE_NAMES[role])
const list = (words: readonly string[]) => new Intl.ListFormat('es-MX', { type: 'conjunction' }).format(words)
const megabytes = (bytes: number) => `${formatCount(Math.max(1, Math.round(bytes / 1_048_576)))} MB`

const waiting = (seconds = 60) =>
  seconds > 90
    ? count(Math.ceil(seconds / 60), 'minuto', 'minutos')
    : seconds === 60
      ? 'un minuto'
      : count(seconds, 'segundo', 'segundos')

const SIZE = {
  bytes: megabytes,
  blocks: (size: number) => count(size, 'numeral', 'numerales'),
  pages: (size: number) => count(size, 'página', 'páginas'),
  rows: (size: number) => count(size, 'renglón', 'renglones'),
}

const PASSWORD_SENTENCES = {
  too_short: `Use al menos ${formatCount(LEAST_PASSWORD)} caracteres; una frase es buena idea.`,
  too_long: `Use a lo más ${formatCount(MOST_PASSWORD)} caracteres.`,
  common: 'Esa contraseña está entre las más usadas, que son las primeras que alguien probaría. Elija otra.',
  repeated: 'Esa contraseña repite lo mismo. Elija otra; una frase es buena idea.',
  own_name: 'Esa contraseña se forma con su nombre o su correo. Elija otra.',
  portal_name: 'Esa contraseña se forma con el nombre del portal o de las instituciones. Elija otra.',
} as const satisfies Record<PasswordRefusal['why'], string>

const NOT_ANSWERING = {
  unreachable:
    'El proveedor de identidad no responde. Revise la dirección del emisor y que el portal pueda llegar a ella.',
  no_discovery:
    'En esa dirección responde algo que no es un proveedor OpenID Connect. Revise la dirección del emisor, sin «/.well-known/…».',
  other_issuer:
    'El proveedor dice ser otro emisor. Escriba la dirección exactamente como él la da; una que sirve a muchos directorios no se acepta.',
} as const satisfies Record<Extract<ProviderRefusal, { why: string }>['why'], string>

/** One sentence or two for each refusal: what happened, what was kept, what to do. A forgotten one does not compile. */
const SENTENCES = {
  NOT_SIGNED_IN: () => 'Su sesión terminó. Vuelva a entrar; regresará a esta misma página.',
  NO_APPOINTMENT: () =>
    'Su cuenta no tiene un nombramiento vigente. Pida a quien administra el portal que lo registre.',
  NOT_FOUND: () => 'No existe, o no está a la vista de su institución. Revise el enlace o vuelva a Mi turno.',
  CHANGED_MEANWHILE: ({ number }) =>
    typeof number === 'number'
      ? `Alguien cambió la observación ${formatCount(number)} mientras usted la veía. No se hizo ningún cambio: ya se muestra como quedó; revise y vuelva a intentar.`
      : 'Alguien cambió este registro mientras usted lo veía. Ya se muestra como quedó y lo que usted escribió se conserva: revise y vuelva a intentar.',
  KEY_REUSED: () => 'Esta solicitud ya se usó para otro acto. No se hizo nada; recargue la página y vuelva a intentar.',
  FORBIDDEN: () => 'Su función en el portal no permite este acto. No se hizo ningún cambio.',
  TARGET_NOT_IN_VERSION: () =>
    'El numeral o la lámina señalada no es de esta versión. Su texto se conserva: vuelva a elegir dónde va.',
  TARGET_WITHHELD: () =>
    'Ese numeral o esa lámina está reservado y no se puede observar desde su institución. Su texto se conserva.',
  BASIS_NEEDED: () => 'Escriba el fundamento: se muestra a quien pregunte por qué.',
  CITED_BY_ITS_WORDS: () =>
    'Este encabezado no tiene número y se cita por sus palabras. Clasifique los numerales que contiene.',
  TOO_MANY_REQUESTS: ({ seconds }) =>
    `Hubo demasiados intentos seguidos. Espere ${waiting(seconds)} y vuelva a intentar.`,
  STORAGE_FULL: () =>
    'El portal no tiene espacio para guardarlo. No se registró nada y lo que escribió sigue aquí: avise a la administración y vuelva a intentar.',
  RESOLUTION_ALREADY_RECORDED: ({ number }) => `El acuerdo ${number} ya está registrado en esta versión.`,
  ROUND_ALREADY_RUNNING: () =>
    'Esta versión ya tiene una ronda en curso. Conclúyala o cancélela antes de preparar otra.',
  OBSERVATION_NOT_EDITABLE: () =>
    'La observación ya se envió y no puede cambiarse. Para corregirla, retire el envío antes del cierre.',
  WRONG_OBSERVATION_STATUS: ({ number, status }) =>
    `${number === null ? 'Una observación sin número' : `La observación ${formatCount(number)}`} está «${OBSERVATION_STATUS_NAMES[status]}» y así no procede este acto. No se hizo ningún cambio.`,
  OBSERVATION_NOT_ADMITTED: () =>
    'La observación llegó fuera de plazo y no se ha admitido. Decida primero si se admite esa respuesta.',
  NOT_YOUR_REFERRAL: () => 'La observación no está turnada a su área.',
  NOTHING_TO_UNDO: () => 'La observación no tiene sentido que deshacer. No se hizo ningún cambio.',
  INSTRUCTION_NEEDED: () => 'Escriba qué se pide al área.',
  OUTCOME_INCOMPLETE: ({ gaps }) =>
    `Le falta ${list(gaps.map((gap) => OUTCOME_GAP_NAMES[gap]))}. Lo escrito se conserva.`,
  NOTHING_ASKED_FOR: ({ number }) =>
    `${number === null ? 'Una observación' : `La observación ${formatCount(number)}`} no dice qué debe decir. No se guardó ninguna: escriba el texto acordado o quítela de la selección.`,
  AREA_CANNOT_ANSWER: ({ organisationId }, nameOf) =>
    `En ${nameOf(organisationId)} nadie tiene hoy un nombramiento para contestar. Elija otra área o pida que lo registren.`,
  WITHHELD_FROM_AREA: ({ number, organisationId }, nameOf) =>
    `${number === null ? 'Una observación' : `La observación ${formatCount(number)}`} trata de información reservada que ${nameOf(organisationId)} no puede leer. No se turnó ninguna.`,
  ANSWERING_OBSERVATION_UNKNOWN: ({ number }) =>
    `En esta ronda no hay una observación ${formatCount(number)} que conteste a esta. Elija otra.`,
  ALREADY_APPOINTED: () =>
    'Esa persona ya tiene esa función en esa institución en alguno de esos días. Revise las fechas o termine antes el otro nombramiento.',
  ROLE_NOT_OF_ORGANISATION: ({ role, organisationId }, nameOf) =>
    `La función «${ROLE_NAMES[role]}» no existe en ${nameOf(organisationId)}. Elija otra función u otra institución.`,
  DAYS_NOT_IN_ORDER: () => 'El último día es anterior al primero. Corrija las fechas.',
  APPOINTMENT_ENDED: () => 'Este nombramiento ya terminó. No se hizo ningún cambio.',
  LAST_ADMINISTRATOR: () =>
    'Nadie más con acceso administra el portal. Nombre antes a otra persona y espere a que elija su contraseña.',
  SECOND_FACTOR_REQUIRED: ({ step }) =>
    step === 'enter'
      ? 'Falta el segundo paso para entrar: escriba el código de su aplicación o use su llave de acceso.'
      : 'Su función necesita un segundo factor. Configúrelo en Mi cuenta para continuar.',
  WRONG_PASSWORD: () => 'La contraseña no coincide. Revise las mayúsculas y vuelva a escribirla.',
  ENTRY_NOT_RECENT: () =>
    'Para este cambio debe haber entrado hace poco. Salga y vuelva a entrar con su institución, y repita esto en los 15 minutos siguientes.',
  WRONG_CODE: () => 'El código no coincide o ya se usó. Espere el siguiente de su aplicación y escríbalo.',
  LAST_SECOND_FACTOR: () =>
    'Su función necesita un segundo factor y este es el único que tiene. Agregue otro antes de quitarlo.',
  NO_SECOND_FACTOR: () => 'Primero active los códigos de una aplicación o agregue una llave de acceso.',
  PASSKEY_NOT_ACCEPTED: () =>
    'La llave de acceso no se pudo comprobar. No se guardó nada: vuelva a intentar, o use otra.',
  POLICY_ALREADY_HOLDS: () => 'El segundo factor ya es obligatorio para esas funciones. No se hizo ningún cambio.',
  PASSWORD_NOT_ACCEPTED: ({ why }) => PASSWORD_SENTENCES[why],
  LETTER_NEEDED: () => 'Adjunte el oficio: sin él nadie actúa por otra persona.',
  DELEGATE_IS_HOLDER: () => 'Es la misma persona. Elija a quien actuará en su lugar.',
  DELEGATE_OF_ANOTHER_INSTITUTION: () =>
    'Solo actúa por otra persona alguien de su mismo OPL o, en el INE, alguien del INE. Elija a otra persona.',
  DELEGATE_WITHOUT_APPOINTMENT: () => 'Esa persona no tiene un nombramiento vigente. Regístrelo antes.',
  DELEGATION_OF_DELEGATION: () =>
    'Usted actúa por otra persona y no puede registrar suplencias así. Vuelva a actuar en nombre propio.',
  ALREADY_DELEGATED: () => 'Esa persona ya actúa en ese lugar en alguno de esos días. Revise las fechas.',
  SECOND_FACTOR_NEEDED_FIRST: () =>
    'La función de esa persona necesita un segundo factor y usted no tiene uno. Actívelo en Mi cuenta y vuelva a elegir por quién actúa.',
  DELEGATION_ENDED: () => 'Esta suplencia ya terminó. No se hizo ningún cambio.',
  ISSUER_NOT_ACCEPTED: () =>
    'La dirección del emisor debe empezar con https:// y llevar un nombre de servidor, sin usuario, consulta ni «/.well-known/…».',
  PROVIDER_NOT_ANSWERING: ({ why }) => NOT_ANSWERING[why],
  DOMAIN_TAKEN: ({ domain, provider }) =>
    `El dominio ${domain} ya es del proveedor «${provider}». Quítelo antes de ahí.`,
  INSTITUTION_HAS_PROVIDER: ({ organisationId, provider }, nameOf) =>
    `${nameOf(organisationId)} ya entra con el proveedor «${provider}». Quítela antes de ahí.`,
  INSTITUTIONS_NOT_TOGETHER: () =>
    'Un proveedor sirve a un solo OPL, o a una o varias áreas del INE; no a las dos cosas. Corrija las instituciones.',
  PROVIDER_IN_THAT_STATE: ({ suspended }) =>
    suspended ? 'El proveedor ya está suspendido.' : 'El proveedor ya está en uso.',
  PROVIDER_SUSPENDED: () =>
    'La entrada con este proveedor está suspendida. Pida informes a quien administra el portal.',
  CLIENT_SECRET_NEEDED: () =>
    'Escriba el secreto de cliente: el anterior se dio a otro emisor, o ya no se puede leer, y no se reutiliza.',
  SIGN_ON_REQUIRED: ({ provider }) =>
    `Las personas de su institución entran con su propia cuenta: use el botón «Entrar con ${provider}».`,
  NOT_BOUND: ({ provider }) => `Esta persona no tiene una cuenta vinculada en ${provider}. No se hizo ningún cambio.`,
  NOT_XLSX: () =>
    'El archivo no es un libro de Excel (.xlsx). Ábralo en Excel o LibreOffice y guárdelo como «Libro de Excel (.xlsx)».',
  OFFLINE_OTHER_ROUND: () =>
    'Este libro se descargó de otra ronda o de otra versión. No se tomó nada: descargue el de esta ronda y pase ahí sus observaciones.',
  OFFLINE_OTHER_INSTITUTION: () => 'Este libro es de otra institución. No se tomó nada.',
  OFFLINE_NO_TABLE: () =>
    'Ninguna hoja del libro tiene una tabla con encabezados. Revise que sea el archivo correcto y vuelva a subirlo.',
  TOO_COMPLEX: () =>
    'Leer este archivo pide más tiempo o memoria de los que se conceden a un libro de observaciones. Copie sus renglones al libro de esta ronda y súbalo.',
  NOT_DOCX: () => 'El archivo no es un documento de Word (.docx). Guárdelo con ese formato y vuelva a subirlo.',
  NOT_PDF: () => 'El archivo no es un PDF. Guárdelo con ese formato y vuelva a subirlo.',
  TYPE_NOT_ACCEPTED: ({ type }) => `Aquí no se aceptan archivos de este tipo (${type}).`,
  DAMAGED: () => 'El archivo está dañado y no se puede leer completo. Ábralo, guárdelo de nuevo y vuelva a subirlo.',
  ENCRYPTED: () => 'El archivo está protegido con contraseña. Quite la protección y vuelva a subirlo.',
  MACROS: () => 'El documento trae macros y no se acepta. Guárdelo como .docx sin macros y vuelva a subirlo.',
  ACTIVE_CONTENT: () => 'El archivo trae contenido que se ejecuta y no se acepta. Guárdelo sin él y vuelva a subirlo.',
  CARRIES_FILES: () =>
    'El archivo lleva otro archivo adentro o pegado a él y no se acepta. Guárdelo sin él y vuelva a subirlo.',
  INFECTED: ({ signature }) =>
    `El antivirus encontró «${signature}» en el archivo. No se guardó: revise su equipo y suba una copia limpia.`,
  SCANNER_NOT_ANSWERING: () =>
    'El antivirus no contesta y ningún archivo se guarda sin revisarlo. Vuelva a intentar en unos minutos; si se repite, avise a la administración.',
  EMPTY: () => 'El archivo está vacío. Revise que sea el correcto.',
  TOO_LARGE: ({ limit, size, unit }) =>
    `El archivo es demasiado grande: tiene ${SIZE[unit](size)} y el máximo es ${SIZE[unit](limit)}.`,
  AMOUNT_OUT_OF_RANGE: ({ least, most }) =>
    `El plazo debe estar entre ${formatCount(least)} y ${formatCount(most)}. Corrija la cantidad.`,
  INSTANT_NOT_VALID: () => 'La fecha de inicio del plazo no es válida. Corríjala.',
  CALENDAR_WITHOUT_WORKING_DAYS: ({ calendar }) =>
    `El calendario «${calendar}» no tiene días hábiles: el plazo no terminaría nunca. Elija otro calendario.`,
  CLAUSE_NOT_FOUND: () => 'Ese numeral ya no está en la propuesta. Se muestra como quedó: revise y vuelva a intentar.',
  NOTHING_TO_SPLIT: () => 'Ahí no hay qué dividir: ponga el cursor entre dos palabras del numeral.',
  SPLIT_INSIDE_WORD: () => 'Una palabra no se divide: ponga el cursor entre dos palabras.',
  TABLE_CANNOT_BE_SPLIT: () => 'Una tabla no se divide: es un solo numeral.',
  TABLE_CANNOT_BE_JOINED: () => 'Una tabla no se une con otro numeral.',
  NOTHING_BEFORE: () => 'Es el primer numeral: no hay uno anterior con el cual unirlo.',
  EXCLUDED_CANNOT_BE_JOINED: () => 'Uno de los dos numerales está excluido. Inclúyalo antes de unirlos.',
  INVALID_NUMBER: ({ longest }) =>
    `Ese número no se puede usar: escriba de 1 a ${formatCount(longest)} caracteres, sin saltos de línea.`,
  CANNOT_INDENT: () => 'No puede bajar de nivel: no hay antes un numeral que lo contenga.',
  CANNOT_OUTDENT: () => 'Ya está en el primer nivel.',
  NOT_YOUR_ROLE: ({ needed }) => `Este acto corresponde a ${roleName(needed)}. No se hizo ningún cambio.`,
  NOT_YOUR_OPL: () => 'La respuesta es de otro OPL y no está a su vista.',
  WRONG_STATUS: ({ status }) =>
    `La ronda está «${ROUND_STATUS_NAMES[status]}» y en ese estado no procede este acto. No se hizo ningún cambio.`,
  WRONG_RESPONSE_STATUS: ({ status }) =>
    `La respuesta está «${RESPONSE_STATUS_NAMES[status]}» y en ese estado no procede este acto. No se hizo ningún cambio.`,
  WRONG_VERSION_STATUS: ({ status }) =>
    `La versión está «${VERSION_STATUS_NAMES[status]}» y en ese estado no procede este acto. No se hizo ningún cambio.`,
  ROUND_NOT_OPEN: ({ roundStatus }) =>
    `La ronda ya no recibe respuestas: está «${ROUND_STATUS_NAMES[roundStatus]}». Sus borradores se conservan.`,
  NO_CLAUSES: () => 'La versión no tiene numerales. Incluya al menos uno y confírmelos antes de continuar.',
  NO_RECIPIENTS: () => 'La ronda no tiene destinatarios. Elija al menos un OPL.',
  DUE_IN_THE_PAST: ({ due }) => `La fecha de cierre ya pasó (${formatDue(due)}). Elija un plazo que termine después.`,
  DUE_NOT_LATER: ({ due, current }) =>
    `La prórroga terminaría el ${formatDue(due)}, que no es después del cierre actual (${formatDue(current)}).`,
  NOT_DUE_YET: ({ due }) => `El plazo todavía corre: vence el ${formatDue(due)}.`,
  UNANSWERED: ({ organisationIds }, nameOf) =>
    `Falta que ${organisationIds.length === 1 ? 'conteste' : 'contesten'} ${list(organisationIds.map(nameOf))}. La ronda sigue abierta.`,
  UNREPLIED: ({ organisationIds }, nameOf) =>
    `Falta que ${organisationIds.length === 1 ? 'manifieste' : 'manifiesten'} su conformidad ${list(organisationIds.map(nameOf))}. La matriz se publica sola al vencer el plazo.`,
  PROMISES_BROKEN: ({ count: broken }) =>
    `No se encuentra ${count(broken, 'observación procedente', 'observaciones procedentes')} en esta versión: corríjala o justifique por qué.`,
  NO_MATRIX_BEFORE: () =>
    'No hay una matriz publicada de una versión anterior: esta versión se envía directamente a su ronda.',
  NOT_PUBLISHED: () =>
    'Esta versión sigue a una matriz publicada: revise que se haya cumplido lo acordado y publíquela antes de enviarla a otra ronda.',
  OUTCOMES_MISSING: ({ count: missing }) =>
    `Falta resolver ${count(missing, 'observación', 'observaciones')}: cada una necesita sentido, motivo y, si procede, texto acordado.`,
  LATE_ANSWERS_UNJUDGED: ({ organisationIds }, nameOf) =>
    `Decida primero si se admite lo que llegó fuera de plazo de ${list(organisationIds.map(nameOf))}.`,
  NO_LATE_ANSWER: () => 'En esta ronda no hay respuestas fuera de plazo por admitir.',
  SAME_PERSON_PROPOSED: () =>
    'Usted, o la persona por quien actúa, propuso al menos una de estas respuestas: validarlas corresponde a otra persona.',
  REASON_NEEDED: () => 'Escriba el motivo: quedará en la bitácora.',
  LATE: ({ due, now }) =>
    `El plazo venció el ${formatDue(due)} y su envío llegó el ${formatInstant(now)}. Sus borradores se conservan: puede enviarlos fuera de plazo con un motivo.`,
  NOT_LATE: ({ due }) => `Todavía está en plazo (vence el ${formatDue(due)}): envíe de la manera normal.`,
  HEAD_SENDS: () => 'En su OPL envía la persona titular. Use «Pasar a aprobación»; lo escrito se conserva.',
  ONE_LEVEL: () => 'En su OPL no hay aprobación interna: envíe directamente.',
  NOTHING_TO_SEND: () => 'No hay observaciones por enviar. Escriba al menos una o declare que no tiene observaciones.',
  DRAFTS_REMAIN: ({ count: drafts }) =>
    `Hay ${count(drafts, 'observación en borrador', 'observaciones en borrador')}. Envíelas o deséchelas antes de declarar que no tiene observaciones.`,
  ALREADY_INDEXED: () => 'Los numerales de esta versión ya se confirmaron y no se pueden cambiar.',
  NOT_INDEXED: () => 'Confirme primero los numerales de esta versión.',
} satisfies Sentences

/** The sentence in Spanish for an expected refusal. `nameOf` turns an organisation's key into its name. */
export function explain(
  refusal: Refusal,
  nameOf: (organisationId: string) => string = (id) => id.toUpperCase(),
): string {
  const sentence = SENTENCES[refusal.code] as (facts: Refusal, nameOf: (organisationId: string) => string) => string
  return sentence(refusal, nameOf)
}
