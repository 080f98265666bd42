import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import 'pdfjs-dist/web/pdf_viewer.css'
import classes from './document.module.css'
import { openPdf, type OpenPdf, type PdfAssets, type ShownPage } from './pdf-engine.ts'
import { middleOf, type Box } from './region-box.ts'
import { RegionLayer } from './region-layer.tsx'

/** Page from 1; the box in the file's own coordinates: points from the lower left corner of the unrotated page. */
export type PageRegion = { page: number; box: Box }
export type ObservedRegion = PageRegion & { id: string; label: string; selected: boolean }

type Props = {
  /** What the file is, for those who do not see it: "Sobre-Postal-Voto". */
  label: string
  /** Gives the file's bytes; called once per `fileKey`. */
  load: () => Promise<Uint8Array>
  fileKey: string
  assets: PdfAssets
  regions?: readonly ObservedRegion[]
  onSelectRegion?: (id: string) => void
  /** Absent: the pages are only read. */
  onMark?: (region: PageRegion) => void
}

type Phase = 'loading' | 'ready' | 'failed'
const NONE: readonly ObservedRegion[] = []

/** A PDF page by page, with the regions that were observed; a new one is drawn with the pointer or made by keyboard. */
export function PdfDocument({ label, load, fileKey, assets, regions = NONE, onSelectRegion, onMark }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const open = useRef<OpenPdf | null>(null)
  const loadFile = useRef(load)
  useLayoutEffect(() => {
    loadFile.current = load
  }, [load])
  const [phase, setPhase] = useState<Phase>('loading')
  const [attempt, setAttempt] = useState(0)
  const [pages, setPages] = useState<ShownPage[]>([])
  const [page, setPage] = useState(1)
  const [marking, setMarking] = useState(false)
  const [draft, setDraft] = useState<PageRegion | null>(null)
  const assetsRef = useRef(assets)

  useEffect(() => {
    let gone = false
    setPhase('loading')
    setPages([])
    setDraft(null)
    setMarking(false)
    const show = async () => {
      const bytes = await loadFile.current()
      if (gone || !container.current) return
      const opened = await openPdf(container.current, bytes, assetsRef.current, {
        onPages: (shown) => {
          if (gone) return
          setPages(shown)
          setPhase('ready')
        },
        onPage: setPage,
        onFailure: () => {
          if (!gone) setPhase('failed')
        },
      })
      if (gone) opened.close()
      else open.current = opened
    }
    show().catch(() => {
      if (!gone) setPhase('failed')
    })
    return () => {
      gone = true
      open.current?.close()
      open.current = null
    }
  }, [fileKey, attempt])

  const selected = regions.find((region) => region.selected)
  const selectedId = selected?.id
  const selectedPage = selected?.page
  useEffect(() => {
    if (phase === 'ready' && open.current && selectedId !== undefined && selectedPage !== undefined) {
      open.current.viewer.currentPageNumber = selectedPage
    }
  }, [phase, selectedId, selectedPage])

  const current = pages.find((one) => one.number === page)
  const start = () => {
    if (!current) return
    setMarking(true)
    setDraft({ page, box: middleOf(current.size) })
  }
  const stop = () => {
    setMarking(false)
    setDraft(null)
  }
  const confirm = () => {
    const on = draft && pages.find((one) => one.number === draft.page)
    if (draft && on) onMark?.({ page: draft.page, box: on.toStored(draft.box) })
    stop()
  }
  const turnTo = (number: number) => {
    if (open.current) open.current.viewer.currentPageNumber = number
  }
  const zoom = (factor: number) => {
    if (open.current) open.current.viewer.currentScale *= factor
  }

  return (
    <section className={classes['pdf']} aria-label={label}>
      <Group gap="xs" className={classes['pdfBar']}>
        <Button size="compact-sm" variant="default" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
          Anterior
        </Button>
        <Text size="sm" aria-live="polite">
          Página {page} de {pages.length === 0 ? '…' : pages.length}
        </Text>
        <Button size="compact-sm" variant="default" disabled={page >= pages.length} onClick={() => turnTo(page + 1)}>
          Siguiente
        </Button>
        <Button size="compact-sm" variant="default" aria-label="Alejar" onClick={() => zoom(0.8)}>
          −
        </Button>
        <Button size="compact-sm" variant="default" aria-label="Acercar" onClick={() => zoom(1.25)}>
          +
        </Button>
        {onMark && !marking ? (
          <Button size="compact-sm" disabled={phase !== 'ready'} onClick={start}>
            Marcar región
          </Button>
        ) : null}
        {marking ? (
          <>
            <Button size="compact-sm" onClick={confirm}>
              Observar la región
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={stop}>
              Cancelar
            </Button>
          </>
        ) : null}
      </Group>
      {phase === 'loading' ? (
        <Group gap="xs" p="md" role="status">
          <Loader size="sm" /> <Text size="sm">Abriendo {label}…</Text>
        </Group>
      ) : null}
      {phase === 'failed' ? (
        <Alert color="red" title="No se pudo mostrar el archivo" m="md">
          <Text size="sm">El archivo se conserva completo. Vuelva a intentarlo o descárguelo para verlo.</Text>
          <Button size="xs" variant="default" mt="xs" onClick={() => setAttempt((count) => count + 1)}>
            Reintentar
          </Button>
        </Alert>
      ) : null}
      <div className={classes['pdfFrame']}>
        {/* Scrolls, so it must take the focus: the arrows move it. */}
        <div
          ref={container}
          className={classes['pdfContainer']}
          tabIndex={0}
          role="region"
          aria-label={`Páginas de ${label}`}
        >
          <div className="pdfViewer" />
        </div>
      </div>
      {pages.map((shown) =>
        createPortal(
          <RegionLayer
            page={shown.number}
            size={shown.size}
            regions={regions
              .filter((region) => region.page === shown.number)
              .map((region) => ({ ...region, box: shown.toShown(region.box) }))}
            onSelect={(id) => onSelectRegion?.(id)}
            draft={draft?.page === shown.number ? draft.box : null}
            marking={marking}
            onDraft={(box) => setDraft({ page: shown.number, box })}
            onConfirm={confirm}
            onCancel={stop}
          />,
          shown.element,
          String(shown.number),
        ),
      )}
    </section>
  )
}
