import { visible } from '../../messages/visible.js'

const MAX_WORD = 200

/** A name as it is typed; undefined: it cannot be typed safely in every shell. */
export function shellWord(word: string): string | undefined {
  if (word === '' || word.length > MAX_WORD || word.startsWith('-') || visible(word) !== word || /["$`!%\\^&|<>]/.test(word))
    return undefined
  return /^[\p{L}\p{N}./_:@-]+$/u.test(word) ? word : `"${word}"`
}
