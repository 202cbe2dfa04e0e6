// How much text reads like French, judged by its letters above ASCII and what stands around them.

/** What stands beside a character; indices into the counts of `Survey.neighbours`. */
export const NEIGHBOUR = { other: 0, lower: 1, upper: 2 } as const
export type Neighbour = (typeof NEIGHBOUR)[keyof typeof NEIGHBOUR]

const LOWER = new Map<string, number>([...'éèàçêôîûùâ'].map((letter) => [letter, 3] as const))
for (const letter of 'ëïœöü') LOWER.set(letter, 2)
for (const letter of 'æÿä') LOWER.set(letter, 0.5)
const UPPER = new Map([...LOWER].map(([letter, weight]) => [letter.toUpperCase(), weight]))
const TYPOGRAPHY = '«»…–—“”‘°²·•\xa0'
/** Letters of the neighbouring languages: names have them, French words do not. */
const FOREIGN = /\p{Letter}/u
const ODD_LETTERS = 'ƒªºµıﬁﬂ'

/** From -6, impossible, to 3, a frequent French letter in its place. */
export function scoreCharacter(character: string, before: Neighbour, after: Neighbour): number {
  const inWord = before !== NEIGHBOUR.other && after !== NEIGHBOUR.other
  const lower = LOWER.get(character)
  if (lower !== undefined) return before === NEIGHBOUR.upper && after !== NEIGHBOUR.lower ? -1 : lower
  const upper = UPPER.get(character)
  if (upper !== undefined) return before === NEIGHBOUR.lower ? -2 : upper
  if (character === '’') return before === NEIGHBOUR.other ? -1 : 2
  if (character === '€') return before === NEIGHBOUR.other ? 2 : 0
  if (TYPOGRAPHY.includes(character)) return inWord ? -2 : 1
  if (character < '\xa0') return -6
  if (ODD_LETTERS.includes(character)) return -2
  return FOREIGN.test(character) ? -0.5 : -2
}
