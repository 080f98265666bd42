import { diffWords } from 'diff'

export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }

const WORDS = new Intl.Segmenter('es', { granularity: 'word' })
/** Texts that differ in more than so many words are two texts: comparing them further would only take time. */
const MOST_EDITS = 2000

/** What goes and what comes, word by word, from one text to another. Both texts can be read back from it. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [before.normalize('NFC'), after.normalize('NFC')]
  const parts = diffWords(old, now, { intlSegmenter: WORDS, maxEditLength: MOST_EDITS })
  if (!parts) {
    return [
      { kind: 'removed', text: old },
      { kind: 'added', text: now },
    ]
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
