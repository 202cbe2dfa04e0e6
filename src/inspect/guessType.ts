// From the kinds that a column's cells left possible to the one that is said.
import type { GuessedType } from '../core/inspectionTypes.js'
import { foldPunctuation } from '../header/foldLabel.js'
import type { KindFacts } from './columnKinds.js'
import type { KindTrial } from './kindTrial.js'

interface Guess {
  guess: GuessedType
  minimum?: string
  maximum?: string
}

/** Of the cells, what a kind must have where others of the column are no value of it. */
const LEAST_SHARE = 0.9
/** Fewer exceptions prove nothing in a column of a few cells. */
const LEAST_CELLS = 10

/** The first kind that all cells have; else the one that nearly all have; else text. */
export function guessType(trials: readonly KindTrial[], facts: Omit<KindFacts, 'minimum' | 'maximum'>): Guess {
  const { filled } = facts
  if (filled === 0) return { guess: { kind: 'empty', type: 'string', exceptions: 0 } }
  const label = foldPunctuation(facts.label)
  const believed = trials.filter(({ kind, minimum, maximum }) => {
    if (kind.label !== undefined && !kind.label.test(label)) return false
    return kind.believe?.({ ...facts, label, minimum: minimum.value, maximum: maximum.value }) ?? true
  })
  const [whole] = believed.filter(({ refused }) => refused === 0)
  const nearly = believed
    .filter(({ refused }) => filled >= LEAST_CELLS && filled - refused >= filled * LEAST_SHARE)
    .sort((a, b) => a.refused - b.refused || a.index - b.index)
  const trial = whole ?? nearly[0]
  return trial === undefined ? { guess: { kind: textKind(facts), type: 'string', exceptions: 0 } } : describe(trial)
}

/** One value everywhere, or few different ones, each on several rows. */
function textKind({ filled, distinct }: Pick<KindFacts, 'filled' | 'distinct'>): string {
  if (distinct === 1 && filled > 1) return 'constant'
  return distinct <= 16 && filled >= distinct * 3 ? 'category' : 'text'
}

function describe({ kind, refused, refusedExamples, minimum, maximum }: KindTrial): Guess {
  const { name, type, format, options = {} } = kind
  return {
    guess: {
      kind: name,
      type,
      ...(format !== undefined && format !== 'default' && { format }),
      ...(Object.keys(options).length > 0 && { options }),
      exceptions: refused,
      ...(refused > 0 && { exceptionExamples: refusedExamples }),
    },
    ...(minimum.text !== undefined && { minimum: minimum.text }),
    ...(maximum.text !== undefined && { maximum: maximum.text }),
  }
}
