import type { PageShift } from '@portal/domain'
import type { PageSize } from '../document/region-box.ts'

const MM_PER_INCH = 25.4

const millimetres = (amount: number, perInch: number): string => ((amount * MM_PER_INCH) / perInch).toFixed(1)

/** Says that the page itself has another size; less than a tenth of a millimetre is none. */
export function sizeSentence(before: PageSize, after: PageSize, names: readonly [string, string]): string | null {
  const told = ({ width, height }: PageSize) => `${millimetres(width, 72)} × ${millimetres(height, 72)} mm`
  if (told(before) === told(after)) return null
  return `El tamaño de la página cambió: ${told(before)} en ${names[0]}, ${told(after)} en ${names[1]}. `
}

/** Says that the page went aside as a whole: a finding of its own, whatever else changed. */
export function shiftSentence({ right, down }: PageShift, dpi: number): string | null {
  const parts = [
    ...(right === 0 ? [] : [`${millimetres(Math.abs(right), dpi)} mm a la ${right > 0 ? 'derecha' : 'izquierda'}`]),
    ...(down === 0 ? [] : [`${millimetres(Math.abs(down), dpi)} mm hacia ${down > 0 ? 'abajo' : 'arriba'}`]),
  ]
  return parts.length === 0 ? null : `Toda la página se desplazó ${parts.join(' y ')}.`
}
