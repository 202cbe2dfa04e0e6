// How far two spellings are from each other, and the nearest of several: for labels, property names and command lines.

/**
 * Insertions, deletions, replacements and swaps of neighbours between two texts (optimal string alignment).
 * `max + 1` as soon as it is known to be above `max`; the work is then bounded by `max` times the length.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1
  const far = max + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far))
  let previousLeast = 0
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - max)
    const to = Math.min(b.length, i + max)
    const current = new Array<number>(b.length + 1).fill(far)
    current[0] = Math.min(i, far)
    let least = current[0]
    for (let j = from; j <= to; j++) {
      let distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, beforePrevious[j - 2]! + 1)
      current[j] = distance
      if (distance < least) least = distance
    }
    // A swap looks two rows back: one row out of reach is not yet the end.
    if (least > max && previousLeast > max) return far
    previousLeast = least
    beforePrevious = previous
    previous = current
  }
  return Math.min(previous[b.length]!, far)
}

const LONGEST_WORD = 200

/**
 * The candidate that was probably meant: the nearest spelling, else the only one that holds the word (`siret` for
 * `french-siret-value`).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates]
  const spelling = nearestSpelling(word, all)
  if (spelling !== undefined || word.length > LONGEST_WORD) return spelling
  const part = lettersAndDigits(word)
  const holders = part.length < 4 ? [] : all.filter((candidate) => lettersAndDigits(candidate).includes(part))
  return holders.length === 1 ? holders[0] : undefined
}

/**
 * The candidate with the same letters and digits, else the closest by `editDistance` (at most 1 for up to 4 characters, 2 up to 8,
 * 3 above). Case, accents and punctuation are ignored; the first wins a tie.
 */
export function nearestSpelling(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined
  const wanted = lettersAndDigits(word)
  if (wanted === '') return undefined
  let allowed = wanted.length <= 4 ? 1 : wanted.length <= 8 ? 2 : 3
  let found: string | undefined
  for (const candidate of candidates) {
    const distance = editDistance(wanted, lettersAndDigits(candidate), allowed)
    if (distance > allowed) continue
    if (distance === 0) return candidate
    found = candidate
    allowed = distance - 1
  }
  return found
}

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}
