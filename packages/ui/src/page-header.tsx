import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import './page-header.css'

/**
 * The first line of a screen says what happens next: title with its status, one sentence, one button. Its heading takes
 * the focus after a navigation, and its title becomes the document's.
 */
export function PageHeader({
  context,
  title,
  documentTitle,
  status,
  sentence,
  action,
}: {
  /** Where this stands: breadcrumbs, the specification of a round. */
  context?: ReactNode
  title: ReactNode
  /** Where `title` is not plain text. */
  documentTitle?: string
  status?: ReactNode
  sentence?: ReactNode
  action?: ReactNode
}) {
  const name = documentTitle ?? (typeof title === 'string' ? title : null)
  useDocumentTitle(name === null ? 'Portal VMRE' : `${name} · Portal VMRE`)
  return (
    <header className="ui-page-header">
      <div className="ui-page-header-words">
        {context !== undefined && <div className="ui-page-header-context">{context}</div>}
        <div className="ui-page-header-title">
          <h1 tabIndex={-1}>{title}</h1>
          {status}
        </div>
        {sentence !== undefined && <p className="ui-page-header-sentence">{sentence}</p>}
      </div>
      {action !== undefined && <div className="ui-page-header-action">{action}</div>}
    </header>
  )
}
