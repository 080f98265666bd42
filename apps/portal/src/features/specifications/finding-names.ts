import type { ImportFinding } from '@portal/domain'

/** What the reader of the document found that a person should look at. */
const FINDING_NAMES = {
  TRACKED_INSERTION: 'Inserción con control de cambios: se tomó como texto',
  TRACKED_DELETION: 'Eliminación con control de cambios: no se tomó',
  COMMENT: 'Comentario de Word: no se tomó',
  TEXT_BOX: 'Texto en un cuadro: se tomó donde está anclado',
  CONTENT_CONTROL: 'Control de contenido: se tomó su texto',
  FOOTNOTE: 'Nota al pie: se tomó como texto',
  IMAGE: 'Imagen: no se muestra entre los numerales',
  HEADER_OR_FOOTER: 'Encabezado o pie de página: no se tomó',
  FIELD: 'Campo de Word: se tomó su último resultado',
  HIDDEN_TEXT: 'Texto oculto: no se ve en Word',
  REPEATED_NUMBER: 'Número repetido',
  MISSING_NUMBER: 'Falta un número en la serie',
} as const satisfies Record<ImportFinding['code'], string>

export const findingName = (code: string): string =>
  code in FINDING_NAMES ? FINDING_NAMES[code as ImportFinding['code']] : code
