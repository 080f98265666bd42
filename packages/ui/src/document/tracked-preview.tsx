import { diffWords } from 'diff'
import { useMemo } from 'react'
import classes from './document.module.css'

const WORDS = new Intl.Segmenter('es', { granularity: 'word' })

type Props = {
  /** "Dice" */
  before: string
  /** "Debe decir" */
  after: string
}

/** How the text would change, word by word: what goes is struck out, what comes is underlined; said aloud as well. */
export function TrackedPreview({ before, after }: Props) {
  const parts = useMemo(
    () => diffWords(before.normalize('NFC'), after.normalize('NFC'), { intlSegmenter: WORDS }),
    [before, after],
  )
  return (
    <p className={classes['tracked']} lang="es-MX">
      {parts.map((part, index) => {
        if (part.removed) {
          return (
            <del key={index}>
              <span className={classes['aloud']}>[se elimina: </span>
              {part.value}
              <span className={classes['aloud']}>]</span>
            </del>
          )
        }
        if (part.added) {
          return (
            <ins key={index}>
              <span className={classes['aloud']}>[se agrega: </span>
              {part.value}
              <span className={classes['aloud']}>]</span>
            </ins>
          )
        }
        return <span key={index}>{part.value}</span>
      })}
    </p>
  )
}
