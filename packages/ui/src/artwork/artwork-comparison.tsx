import { Alert, Button, Group, Loader, SegmentedControl, Slider, Switch, Text } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import type { PdfAssets } from '../document/pdf-engine.ts'
import { middleOf, type Box } from '../document/region-box.ts'
import classes from './artwork.module.css'
import { ChangedList } from './changed-list.tsx'
import { IgnoredAreas } from './ignored-areas.tsx'
import { PageViews, type ArtworkMode } from './page-views.tsx'
import { toPixels, toPoints } from './page-view.tsx'
import { POINTS_PER_INCH } from './raster.ts'
import { shiftSentence, sizeSentence } from './sentences.ts'
import { useComparison } from './use-comparison.ts'
import { usePages, type ArtworkFile, type DrawnPages } from './use-pages.ts'

const MODES: readonly { value: ArtworkMode; label: string }[] = [
  { value: 'lado', label: 'Lado a lado' },
  { value: 'encima', label: 'Superpuestas' },
  { value: 'alternar', label: 'Alternar' },
]

/** 10 % is what the eye takes for the same colour on paper. */
const USUAL_TOLERANCE = 10

type Props = {
  before: ArtworkFile
  after: ArtworkFile
  assets: PdfAssets
  page: number
  onPage: (page: number) => void
  mode: ArtworkMode
  onMode: (mode: ArtworkMode) => void
}

/** An element as two versions show it, pixel by pixel: where it changed, and how. */
export function ArtworkComparison({ before, after, assets, page, onPage, mode, onMode }: Props) {
  const { count, drawn, failed, retry } = usePages(before, after, assets, page)
  if (failed) {
    return (
      <Alert color="red" title="No se pudieron comparar las láminas" m="md">
        <Text size="sm">Los archivos se conservan completos. Vuelva a intentarlo o descárguelos para verlos.</Text>
        <Button size="xs" variant="default" mt="xs" onClick={retry}>
          Reintentar
        </Button>
      </Alert>
    )
  }
  return (
    <>
      <Group gap="sm" mb="sm">
        <Button size="compact-sm" variant="default" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          Anterior
        </Button>
        <Text size="sm" aria-live="polite">
          Página {page} de {count ?? '…'}
        </Text>
        <Button size="compact-sm" variant="default" disabled={page >= (count ?? 0)} onClick={() => onPage(page + 1)}>
          Siguiente
        </Button>
        <SegmentedControl
          size="xs"
          aria-label="Cómo se muestran"
          data={[...MODES]}
          value={mode}
          onChange={(value) => onMode(value)}
        />
      </Group>
      {drawn ? (
        <ComparedPage key={page} drawn={drawn} names={[before.name, after.name]} page={page} mode={mode} />
      ) : (
        <Group gap="xs" p="md" role="status">
          <Loader size="sm" /> <Text size="sm">Dibujando la página {page} de las dos versiones…</Text>
        </Group>
      )}
    </>
  )
}

type PageProps = { drawn: DrawnPages; names: readonly [string, string]; page: number; mode: ArtworkMode }

function ComparedPage({ drawn, names, page, mode }: PageProps) {
  const [tolerance, setTolerance] = useState(USUAL_TOLERANCE)
  const [align, setAlign] = useState(true)
  const [areas, setAreas] = useState<readonly Box[]>([])
  const [draft, setDraft] = useState<Box | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const pages = useRef<HTMLDivElement>(null)
  const { dpi, before, after } = drawn
  const frame = {
    width: Math.max(before?.image.width ?? 1, after?.image.width ?? 1),
    height: Math.max(before?.image.height ?? 1, after?.image.height ?? 1),
  }
  const size = { width: (frame.width * POINTS_PER_INCH) / dpi, height: (frame.height * POINTS_PER_INCH) / dpi }
  const ignored = useMemo(() => areas.map((area) => toPixels(area, dpi, frame.height)), [areas, dpi, frame.height])
  const { comparison, failed } = useComparison(drawn, { tolerance: tolerance / 100, ignored, align })

  const changed = (comparison?.regions ?? []).map((region, index) => {
    const id = `cambio-${index + 1}`
    return { id, label: `${index + 1}`, box: toPoints(region, dpi, frame.height), selected: id === selected }
  })
  const kept = areas.map((box, index) => ({
    id: `zona-${index + 1}`,
    label: `Zona ${index + 1}`,
    box,
    selected: false,
  }))
  const select = (id: string) => {
    setSelected(id)
    const label = changed.find((one) => one.id === id)?.label
    // As the layer over the page names it.
    const shown = pages.current?.querySelector(`[aria-label^="${label}, página "]`)
    shown?.scrollIntoView({ block: 'center', inline: 'center' })
  }
  const confirm = () => {
    if (draft) setAreas([...areas, draft])
    setDraft(null)
  }
  const cancel = () => setDraft(null)

  if (!before || !after) {
    const there = before ?? after
    const [here, missing] = before ? names : [names[1], names[0]]
    return (
      <Alert color="yellow" title={`La página ${page} no está en ${missing}`}>
        {there ? `Solo está en ${here}: no hay con qué compararla.` : 'Ninguna de las dos versiones tiene esta página.'}
      </Alert>
    )
  }
  return (
    <div className={classes['views']}>
      <div ref={pages} className={classes['pages']} tabIndex={0} role="region" aria-label="Páginas comparadas">
        <PageViews
          mode={mode}
          names={names}
          page={page}
          dpi={dpi}
          frame={frame}
          images={[before.image, after.image]}
          overlay={comparison?.overlay ?? null}
          boxes={[...changed, ...kept]}
          onSelect={select}
          marking={draft && { draft, onDraft: setDraft, onConfirm: confirm, onCancel: cancel }}
        />
      </div>
      <div>
        <section aria-labelledby="regiones">
          <h3 id="regiones">Regiones que cambiaron</h3>
          <p role="status">{failed ? 'No se pudieron comparar.' : found(comparison ? changed.length : null)}</p>
          {sizeSentence(before.size, after.size, names)}
          {comparison && shiftSentence(comparison.shift, dpi)}
          <ChangedList boxes={changed} size={size} onSelect={select} />
        </section>
        <section aria-labelledby="ajustes">
          <h3 id="ajustes">Cómo se compara</h3>
          <Text size="sm" id="tolerancia">
            Tolerancia de color: {tolerance} %
          </Text>
          <Slider
            mb="sm"
            min={1}
            max={60}
            value={tolerance}
            label={(value) => `${value} %`}
            thumbProps={{ 'aria-labelledby': 'tolerancia' }}
            onChange={setTolerance}
          />
          <Switch
            mb="sm"
            label="Alinear si toda la página se desplazó"
            checked={align}
            onChange={(event) => setAlign(event.currentTarget.checked)}
          />
        </section>
        <IgnoredAreas
          areas={areas}
          size={size}
          marking={draft !== null}
          onStart={() => setDraft(middleOf(size))}
          onConfirm={confirm}
          onCancel={cancel}
          onRemove={(index) => setAreas(areas.filter((_, at) => at !== index))}
        />
      </div>
    </div>
  )
}

function found(count: number | null): string {
  if (count === null) return 'Comparando…'
  if (count === 0) return 'Ninguna: las páginas son iguales con esta tolerancia.'
  return count === 1 ? 'Cambió 1 región.' : `Cambiaron ${count} regiones.`
}
