import QRCode from 'qrcode'

const QUIET_ZONE = 4

/** A QR code as SVG: one path, so that it prints sharp at any size. Holds only black squares, never the text itself. */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + QUIET_ZONE * 2
  const squares: string[] = []
  modules.data.forEach((dark, index) => {
    const [x, y] = [(index % modules.size) + QUIET_ZONE, Math.floor(index / modules.size) + QUIET_ZONE]
    if (dark) squares.push(`M${x} ${y}h1v1h-1z`)
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${squares.join('')}"/></svg>`
}

/** The same as an image for what holds no SVG: four dots a square, quiet zone included. */
export const qrPng = (text: string): Promise<Buffer> =>
  QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: QUIET_ZONE, scale: 4, type: 'png' })
