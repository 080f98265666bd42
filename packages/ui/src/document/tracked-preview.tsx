import { useMemo } from 'react'
import classes from './document.module.css'
import { wordChanges } from './word-changes.ts'

type Props = {
  /** "Dice" */
  before: string
  /** "Debe decir" */
  after: string
}

/** How the text would change, word by word: what goes is struck out, what comes is underlined; said aloud as well. */
export const TrackedPreview = ({ before, after }: Props) => (
  <p className={classes['tracked']} lang="es-MX">
    <TrackedText before={before} after={after} />
  </p>
)

/** The same in the midst of a text. */
export function TrackedText({ before, after }: Props) {
  const changes = useMemo(() => wordChanges(before, after), [before, after])
  return (
    <span className={classes['trackedText']}>
      {changes.map(({ kind, text }, index) => {
        if (kind === 'removed') return <Removed key={index}>{text}</Removed>
        if (kind === 'added') return <Added key={index}>{text}</Added>
        return <span key={index}>{text}</span>
      })}
    </span>
  )
}

const Removed = ({ children }: { children: string }) => (
  <del>
    <span className={classes['aloud']}>[se elimina: </span>
    {children}
    <span className={classes['aloud']}>]</span>
  </del>
)

const Added = ({ children }: { children: string }) => (
  <ins>
    <span className={classes['aloud']}>[se agrega: </span>
    {children}
    <span className={classes['aloud']}>]</span>
  </ins>
)
