import { UnknownSealKey } from '../acts/enter-seal-key.ts'
import { isDiskFull } from '../adapters/disk-full.ts'

/** Why the product does not start: one sentence in Spanish, for whoever typed `npm start`. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What the operating system refused in the data directory, in words; what it is not stays as it is. */
export function explainDirectory(directory: string, error: unknown): unknown {
  if (isDiskFull(error)) {
    return new StartFailure(
      `No queda espacio en el disco de ${directory}. Libere espacio y vuelva a iniciar; lo guardado se conserva.`,
    )
  }
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartFailure(
        `No se puede escribir en la carpeta de datos ${directory}: el sistema respondió ${codeOf(error)}.`,
      )
    default:
      return error
  }
}

/** Why the server does not listen, in words. */
export function explainListen(host: string, port: number, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartFailure(
        `El puerto ${port} ya está en uso. Detenga lo que lo ocupa o elija otro, por ejemplo PORT=${port + 1} npm start.`,
      )
    case 'EACCES':
      return new StartFailure(`El sistema no permite usar el puerto ${port}. Elija uno mayor que 1023 con PORT.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFailure(`Este equipo no tiene la dirección ${host}. Corrija HOST.`)
    default:
      return error
  }
}

/** Of a database that DATABASE_URL names and that does not answer. */
export function explainDatabase(error: unknown): unknown {
  const code = codeOf(error)
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EAI_AGAIN'].includes(code)) {
    return new StartFailure(
      `La base de datos de DATABASE_URL no responde (${code}). Revise la dirección y que esté en marcha.`,
    )
  }
  // 28: the database does not let us in; 3D000: there is none of that name.
  if (code.startsWith('28') || code === '3D000') {
    return new StartFailure(
      `La base de datos de DATABASE_URL no nos admite (${code}). Revise usuario, contraseña y nombre.`,
    )
  }
  return error
}

/** Of a key for seals that is not the one on record. */
export function explainSealKey(error: unknown): unknown {
  if (!(error instanceof UnknownSealKey)) return error
  return new StartFailure(
    `La llave de sellos no es la que consta (${error.message}). Para cambiarla, indique la anterior en ` +
      'SEAL_KEY_PREVIOUS; si nadie la tiene, escriba ahí "perdida" y quedará constancia.',
  )
}
