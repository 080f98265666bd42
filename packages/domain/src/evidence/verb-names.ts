/** Kinds of record that have a chain of acts. */
export const RECORD_KINDS = [
  'specification',
  'version',
  'round',
  'response',
  'observation',
  'appointment',
  'person',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Acts as the trail tells them. The log keeps what a verb was once called: an unknown one is shown as it was written. */
const VERB_NAMES: Readonly<Record<string, string>> = {
  'specifications.create': 'Creó la especificación',
  'specifications.import': 'Importó el documento como versión',
  'specifications.correct': 'Corrigió la propuesta de numerales',
  'specifications.index': 'Confirmó los numerales',
  'specifications.attachArtwork': 'Adjuntó una lámina',
  'specifications.recordResolution': 'Registró un acuerdo',
  'specifications.withdraw': 'Retiró la versión',
  'specifications.classify': 'Clasificó información',
  'specifications.readReserved': 'Leyó información reservada o confidencial',
  'responses.readDrafts': 'Leyó lo que el OPL no había enviado',
  'rounds.prepare': 'Preparó la ronda',
  'rounds.edit': 'Cambió la preparación de la ronda',
  'rounds.open': 'Abrió la ronda',
  'rounds.extend': 'Prorrogó el cierre',
  'rounds.close': 'Cerró la ronda al vencer el plazo',
  'rounds.closeEarly': 'Cerró la ronda antes del plazo',
  'rounds.judgeLate': 'Decidió sobre una respuesta fuera de plazo',
  'rounds.propose': 'Propuso la matriz',
  'rounds.validate': 'Validó y publicó la matriz',
  'rounds.returnProposal': 'Devolvió la propuesta',
  'rounds.conclude': 'Concluyó la ronda',
  'rounds.cancel': 'Canceló la ronda',
  'responses.start': 'Abrió el documento',
  'responses.submitForApproval': 'Pasó la respuesta a aprobación',
  'responses.returnToLiaison': 'Devolvió la respuesta al enlace',
  'responses.send': 'Envió observaciones',
  'responses.declareNone': 'Declaró no tener observaciones',
  'responses.withdrawToCorrect': 'Retiró el envío para corregir',
  'responses.sendLate': 'Envió fuera de plazo',
  'observations.save': 'Guardó una observación',
  'observations.discard': 'Desechó una observación',
  'observations.dispose': 'Propuso respuesta a una observación',
  'evidence.readRecord': 'Descargó el expediente con información reservada',
  'people.register': 'Registró a la persona',
  'people.appoint': 'Registró el nombramiento',
  'people.end': 'Terminó el nombramiento',
  'people.offerAccess': 'Dio un enlace de acceso',
  'people.enter': 'La persona eligió su contraseña',
}

export const verbName = (verb: string): string => VERB_NAMES[verb] ?? verb

export const RECORD_KIND_NAMES = {
  specification: 'Especificación',
  version: 'Versión',
  round: 'Ronda',
  response: 'Respuesta',
  observation: 'Observación',
  appointment: 'Nombramiento',
  person: 'Persona',
} as const satisfies Record<RecordKind, string>
