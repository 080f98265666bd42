import { useEffect, useState } from 'react'
import type { CompareOptions, PageComparison } from './compare-pages.ts'
import { Comparer } from './comparer.ts'
import type { DrawnPages } from './use-pages.ts'

const MM_PER_INCH = 25.4
/** What lies nearer than that is one region; how far aside a page is looked for. */
const [GAP_MM, MOST_SHIFT_MM] = [3, 5]

const pixelsOf = (millimetres: number, dpi: number): number => Math.round((millimetres * dpi) / MM_PER_INCH)

/** Compares the pages that are drawn, anew whenever it is to be compared in another way. */
export function useComparison(
  drawn: DrawnPages | null,
  { tolerance, ignored, align }: Pick<CompareOptions, 'tolerance' | 'ignored' | 'align'>,
) {
  const [comparer, setComparer] = useState<Comparer | null>(null)
  const [comparison, setComparison] = useState<PageComparison | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    setComparison(null)
    if (!drawn?.before || !drawn.after) return
    const made = new Comparer(drawn.before.image, drawn.after.image)
    setComparer(made)
    return () => {
      made.close()
      setComparer(null)
    }
  }, [drawn])

  const dpi = drawn?.dpi
  useEffect(() => {
    if (!comparer || dpi === undefined) return
    let gone = false
    const options = { tolerance, ignored, align, gap: pixelsOf(GAP_MM, dpi), mostShift: pixelsOf(MOST_SHIFT_MM, dpi) }
    comparer.compare(options).then(
      (answer) => {
        if (!gone && answer) setComparison(answer)
      },
      () => {
        if (!gone) setFailed(true)
      },
    )
    return () => {
      gone = true
    }
  }, [comparer, dpi, tolerance, ignored, align])

  return { comparison, failed }
}
