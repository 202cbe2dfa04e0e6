// Labels that differ from a field's name by a slip of the keyboard.
import { editDistance } from '../core/editDistance.js'
import { labelWords } from './foldLabel.js'

const SHORTEST = 5
const SHORT_WORD = 4

/** Slips allowed between two folded texts: none below 5 characters, 1 up to 8, 2 above. */
function allowedSlips(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  return length < SHORTEST ? 0 : length <= 8 ? 1 : 2
}

/** A spelling made ready to be compared with many others. */
export interface Spelling {
  folded: string
  words: readonly string[]
  digits: string
}

export function readSpelling(label: string): Spelling {
  const words = labelWords(label)
  return { folded: words.join(''), words, digits: label.replace(/\D+/g, ' ').trim() }
}

/** Number of slips between the two; undefined when they are too many, or when the difference carries meaning. */
export function typingDistance(a: Spelling, b: Spelling): number | undefined {
  const allowed = allowedSlips(a.folded, b.folded)
  if (allowed === 0 || a.digits !== b.digits) return undefined
  const distance = editDistance(a.folded, b.folded, allowed)
  return distance > allowed || differsByShortWord(a.words, b.words) ? undefined : distance
}

/** `Montant k€` is no slip for `montant`. */
const hasLetterAlone = (words: readonly string[]): boolean => words.some((word) => word.length === 1)

/** `nomVoie` and `numVoie`, `prixMin` and `prixMax` are different things; a letter too many or too few (`iAttribuant`) is a slip. */
function differsByShortWord(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return hasLetterAlone(a) !== hasLetterAlone(b)
  return a.some((word, i) => {
    const other = b[i]!
    if (word === other || Math.max(word.length, other.length) > SHORT_WORD) return false
    const [short, long] = word.length < other.length ? [word, other] : [other, word]
    return short.length === long.length || editDistance(short, long, long.length) !== long.length - short.length
  })
}
