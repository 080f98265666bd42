import type { ObservationType } from '@portal/domain'

/** Where an illustrative observation points: a clause by its citation, a quote of it, or a region of an artwork's page. */
type Place =
  | { citation: string; quote?: string }
  | { element: string; page: number; x: number; y: number; width: number; height: number }

export type IllustrativeObservation = Place & {
  type: ObservationType
  says: string
  shouldSay: string
  rationale: string
  legalBasis: string
}

/**
 * What the report on December 2017 does not say: which OPL observed what. All of it is illustrative, and the screens,
 * receipts and exports of the demonstration say so.
 */
export const ILLUSTRATIVE_OBSERVATIONS = {
  chis: [
    {
      citation: '3.4',
      quote: 'la clave de elector de la persona remitente y el domicilio del Instituto',
      type: 'substance',
      says: 'la clave de elector de la persona remitente y el domicilio del Instituto',
      shouldSay: 'la clave de elector de la persona remitente, en el talón desprendible, y el domicilio del Instituto',
      rationale:
        'Si la clave de elector queda en el cuerpo del sobre y no en el talón, la secrecía depende de que nadie lea el anverso al extraer los Sobres-Voto (ilustrativo).',
      legalBasis: 'LGIPE, artículo 342, párrafo 3',
    },
    {
      citation: '2.2',
      quote: '380 mm de ancho por 280 mm de alto',
      type: 'form',
      says: '380 mm de ancho por 280 mm de alto',
      shouldSay: '380 mm de ancho por 280 mm de alto, medidas exteriores',
      rationale: 'No se precisa si las medidas son exteriores o útiles (ilustrativo).',
      legalBasis: '',
    },
    {
      citation: '5.1',
      quote: 'Políptico de seis cuerpos',
      type: 'spelling',
      says: 'Políptico de seis cuerpos',
      shouldSay: 'Políptico de seis cuerpos (doce páginas)',
      rationale: 'Facilita la cotización de la impresión local (ilustrativo).',
      legalBasis: '',
    },
  ],
  pue: [
    {
      citation: '4.4',
      quote: 'Mexicano residente en el extranjero',
      type: 'substance',
      says: 'Mexicano residente en el extranjero',
      shouldSay: 'Mexicano residente en el extranjero',
      rationale:
        'Se solicita confirmar que la leyenda será idéntica a la de la boleta, sin desdoblamiento de género (ilustrativo).',
      legalBasis: 'LGIPE, artículo 339, párrafo 3',
    },
  ],
  yuc: [
    {
      element: 'Sobre-Postal-Voto',
      page: 1,
      x: 60,
      y: 60,
      width: 220,
      height: 120,
      type: 'form',
      says: 'El recuadro de la persona remitente queda bajo el pliegue.',
      shouldSay: 'Recorrer el recuadro 20 mm hacia arriba.',
      rationale: 'En la prueba de doblado el recuadro queda parcialmente cubierto (ilustrativo).',
      legalBasis: '',
    },
    {
      citation: '6.3',
      quote: 'imágenes a 300 puntos por pulgada',
      type: 'form',
      says: 'imágenes a 300 puntos por pulgada',
      shouldSay: 'imágenes a 300 puntos por pulgada o más',
      rationale: 'Los archivos del OPL se generan a mayor resolución (ilustrativo).',
      legalBasis: '',
    },
  ],
  jal: [
    {
      citation: '4.3',
      type: 'substance',
      says: 'Diputación (Jalisco): el que determine el OPL, distinto de los anteriores',
      shouldSay:
        'Diputación (Jalisco): el que determine el OPL, distinto de los anteriores y de los que usen los demás OPL',
      rationale: 'Evita confusiones en el local único de escrutinio y cómputo (ilustrativo).',
      legalBasis: '',
    },
    {
      citation: '6.1',
      quote: 'en la fecha que establezca el Plan Integral de Trabajo',
      type: 'substance',
      says: 'en la fecha que establezca el Plan Integral de Trabajo',
      shouldSay:
        'en la fecha que establezca el Plan Integral de Trabajo, que la DERFE recordará con treinta días de anticipación',
      rationale: 'Jalisco entrega cuatro Sobres-Voto por paquete y requiere prever la impresión (ilustrativo).',
      legalBasis: '',
    },
  ],
  cdmx: [
    {
      citation: '5.5',
      quote: 'previa validación de la DERFE',
      type: 'substance',
      says: 'previa validación de la DERFE',
      shouldSay: 'previa validación de la DERFE en un plazo de cinco días',
      rationale: 'El plazo permite programar la impresión del cuerpo local (ilustrativo).',
      legalBasis: '',
    },
  ],
} as const satisfies Record<string, readonly IllustrativeObservation[]>
