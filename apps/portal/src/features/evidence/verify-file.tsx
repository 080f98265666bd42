import { FileInput } from '@mantine/core'
import type { VerifyFileView } from '@portal/contracts'
import { LoadingRows, Moment } from '@portal/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryFailure } from '../../lib/query-failure.tsx'
import { useTRPC } from '../../lib/trpc.ts'
import { fileVerdict, UNKNOWN_FILE } from './file-verdict.ts'
import { hashFile } from './hash-file.ts'
import { Verdict } from './verdict.tsx'

/** For somebody who holds a file: only its hash leaves the browser. */
export function VerifyFile() {
  const [file, setFile] = useState<File | null>(null)
  const hash = useQuery({
    queryKey: ['hash-of-file', file?.name, file?.size, file?.lastModified],
    queryFn: () => (file ? hashFile(file) : ''),
    enabled: file !== null,
    gcTime: 0,
    retry: false,
  })
  return (
    <section aria-labelledby="archivo">
      <h2 id="archivo" className="facts-next">
        Comprobar un archivo
      </h2>
      <FileInput
        label="Archivo que recibió"
        description="Elija el archivo o arrástrelo aquí. No se envía: su huella se calcula en su navegador."
        placeholder="Elegir archivo"
        clearable
        clearButtonProps={{ 'aria-label': 'Quitar el archivo' }}
        maw="40rem"
        value={file}
        onChange={setFile}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          setFile(event.dataTransfer.files[0] ?? null)
        }}
        error={hash.isError && 'No se pudo leer el archivo. Compruebe que sigue en su lugar y elíjalo otra vez.'}
      />
      {hash.isFetching && <LoadingRows label="Calculando la huella…" />}
      {file && hash.data && <Found sha256={hash.data} />}
    </section>
  )
}

function Found({ sha256 }: { sha256: string }) {
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.evidence.verifyFile.queryOptions({ sha256 }))
  if (error && !data) return <QueryFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows label="Buscando en los acuses…" />
  return (
    <div role="status" className="facts-next">
      {data.length === 0 && <Verdict {...UNKNOWN_FILE} />}
      {data.map((receipt) => (
        <Certifying key={`${receipt.folio} ${receipt.at}`} receipt={receipt} />
      ))}
      <p>
        Huella (SHA-256): <span className="ui-mono">{sha256}</span>
      </p>
    </div>
  )
}

function Certifying({ receipt }: { receipt: VerifyFileView[number] }) {
  return (
    <>
      <Verdict {...fileVerdict(receipt)} />
      <dl className="facts facts-next">
        {receipt.folio !== null && (
          <>
            <dt>{receipt.what === 'matrix' ? 'Acuse de la publicación' : 'Folio del acuse'}</dt>
            <dd>{receipt.folio}</dd>
          </>
        )}
        <dt>Acto</dt>
        <dd>{receipt.act}</dd>
        <dt>Sobre</dt>
        <dd>{receipt.subject}</dd>
        <dt>Institución</dt>
        <dd>{receipt.organisation}</dd>
        <dt>{receipt.what === 'matrix' ? 'Exportada' : 'Fecha y hora'}</dt>
        <dd>
          <Moment at={receipt.at} />, hora del centro de México
        </dd>
        {receipt.since !== null && (
          <>
            <dt>No cuenta desde</dt>
            <dd>
              <Moment at={receipt.since} />, hora del centro de México
            </dd>
          </>
        )}
        {receipt.supersededBy !== null && (
          <>
            <dt>Cuenta en su lugar</dt>
            <dd>{receipt.supersededBy}</dd>
          </>
        )}
        {receipt.illustrative && (
          <>
            <dt>Contenido</dt>
            <dd>Ilustrativo: es parte de la demostración</dd>
          </>
        )}
      </dl>
    </>
  )
}
