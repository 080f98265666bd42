import type { AppRouter } from '@portal/api'
import type { Refusal } from '@portal/contracts'
import { TRPCClientError } from '@trpc/client'
import { explain } from './explain.ts'

const isApiError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError

/** The expected "no" that an error carries, or null: then it is a bug or the network. */
export const refusalOf = (error: unknown): Refusal | null => (isApiError(error) ? (error.data?.refusal ?? null) : null)

/** Nobody answered: the network, or a server that is starting. Asking again with the same key is safe. */
export const isUnreachable = (error: unknown): boolean => isApiError(error) && !error.data

/** What did not work, in words: what happened, what was kept, what to do. */
export type Failure = {
  title: string
  message: string
  /** Under which the server's log has it; null for an expected refusal, which nobody need look up. */
  requestId: string | null
  /** Nobody answered: the same may be tried again by itself. */
  unreachable: boolean
}

export function failureOf(error: unknown, nameOf?: (organisationId: string) => string): Failure {
  const refusal = refusalOf(error)
  if (refusal) return { title: 'No se hizo', message: explain(refusal, nameOf), requestId: null, unreachable: false }
  if (isUnreachable(error)) {
    return {
      title: 'Sin conexión con el portal',
      message:
        'Lo que ve y lo que escribió sigue en su pantalla. Revise su conexión y vuelva a intentar; nada se duplica.',
      requestId: null,
      unreachable: true,
    }
  }
  if (isApiError(error) && error.data?.code === 'BAD_REQUEST') {
    return {
      title: 'Algún dato no se pudo aceptar',
      message: 'No se guardó nada. Revise lo que escribió: falta un dato obligatorio o un texto es demasiado largo.',
      requestId: error.data.requestId,
      unreachable: false,
    }
  }
  return {
    title: 'Algo falló en el portal',
    message:
      'No se guardó ningún cambio. Vuelva a intentar; si se repite, comunique el folio de error a quien administra.',
    requestId: isApiError(error) ? (error.data?.requestId ?? null) : null,
    unreachable: false,
  }
}
