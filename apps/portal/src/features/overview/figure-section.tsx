import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** One question, its chart, its table, and the same as a file. */
export function FigureSection({
  id,
  title,
  children,
  table,
  csv,
}: {
  id: string
  title: string
  children: ReactNode
  table: ReactNode
  /** Address of the file. */
  csv: string
}) {
  return (
    <section aria-labelledby={id} className="overview-section">
      <div className="overview-title">
        <h2 id={id}>{title}</h2>
        <a href={csv} download>
          <IconDownload size={14} aria-hidden /> Descargar en CSV<span className="ui-visually-hidden">: {title}</span>
        </a>
      </div>
      {children}
      <details className="overview-table">
        <summary>
          Ver la tabla<span className="ui-visually-hidden">: {title}</span>
        </summary>
        {table}
      </details>
    </section>
  )
}
