// Words found whatever their case, accents, spaces and dashes: an exact table over folded bytes, looked up without a string.
import { fold } from './fold.js'

export interface WordTable {
  /** What the word stands for, as UTF-8; undefined: not in the table, or not the only one that folds so. */
  find(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined
}

function hash(bytes: Uint8Array, length: number): number {
  let value = 0x811c9dc5
  for (let i = 0; i < length; i++) value = Math.imul(value ^ bytes[i]!, 0x01000193)
  return value ^ (value >>> 15)
}

function startsWith(bytes: Uint8Array, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[i] !== word[i]) return false
  return true
}

/** `entries`: a word and what it stands for. A word that would stand for two things stands for none. */
export function compileWordTable(entries: readonly (readonly [word: string, meaning: string])[]): WordTable {
  const encoder = new TextEncoder()
  const meanings = new Map<string, string | undefined>()
  const decoder = new TextDecoder()
  for (const [word, meaning] of entries) {
    const bytes = encoder.encode(word)
    const room = new Uint8Array(2 * bytes.length + 4)
    const folded = decoder.decode(room.subarray(0, fold(bytes, 0, bytes.length, room)))
    if (folded === '') continue
    meanings.set(folded, !meanings.has(folded) || meanings.get(folded) === meaning ? meaning : undefined)
  }

  const words: Uint8Array[] = []
  const outcomes: Uint8Array[] = []
  for (const [word, meaning] of meanings) {
    if (meaning === undefined) continue
    words.push(encoder.encode(word))
    outcomes.push(encoder.encode(meaning))
  }
  const mask = 2 ** Math.ceil(Math.log2(2 * words.length + 2)) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  words.forEach((word, index) => {
    let slot = hash(word, word.length) & mask
    while (slots[slot] !== -1) slot = (slot + 1) & mask
    slots[slot] = index
  })
  const longest = words.reduce((length, word) => Math.max(length, word.length), 0)
  const scratch = new Uint8Array(longest + 3)

  return {
    find(bytes, start, end) {
      const length = fold(bytes, start, end, scratch)
      if (length <= 0 || length > longest) return undefined
      for (let slot = hash(scratch, length) & mask; slots[slot] !== -1; slot = (slot + 1) & mask) {
        const index = slots[slot]!
        if (words[index]!.length === length && startsWith(scratch, words[index]!)) return outcomes[index]
      }
      return undefined
    },
  }
}
