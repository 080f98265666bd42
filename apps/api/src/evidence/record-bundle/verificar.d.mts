/** What was verified of an unpacked expediente, or the first fault and where it is; in Spanish, line by line. */
export function verificar(carpeta: string): { integro: boolean; dice: string[] }
