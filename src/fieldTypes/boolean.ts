// The words of the field for true and for false, exactly. https://specs.frictionlessdata.io/table-schema/#boolean
import { ByteSet } from '../core/byteSet.js'
import type { FieldType } from '../core/fieldType.js'

const DEFAULTS = { trueValues: ['true', 'True', 'TRUE', '1'], falseValues: ['false', 'False', 'FALSE', '0'] } as const
/** How a workbook's booleans are written. */
const NATIVE_TRUE = new ByteSet(['true'])
const NATIVE = new ByteSet(['true', 'false'])
const ONE = 0x31
const ZERO = 0x30

export const boolean: FieldType<boolean> = {
  constraints: ['required', 'enum'],
  compile({ options }) {
    const ignored: string[] = []
    const readWords = (name: keyof typeof DEFAULTS): readonly string[] => {
      const words = options[name]
      if (isWordList(words)) return words.map(String)
      if (words !== undefined) ignored.push(name)
      return DEFAULTS[name]
    }
    const falseWords = readWords('falseValues')
    // a word on both sides is false, as in frictionless
    const trueWords = readWords('trueValues').filter((word) => !falseWords.includes(word))
    const trueSet = new ByteSet(trueWords)
    const falseSet = new ByteSet(falseWords)

    return {
      test: (bytes, start, end) => (trueSet.has(bytes, start, end) || falseSet.has(bytes, start, end) ? 0 : 1),
      native: { boolean: (bytes, start, end) => (NATIVE.has(bytes, start, end) ? 0 : 1) },
      key(bytes, start, end, out) {
        const isTrue = trueSet.has(bytes, start, end) || (!falseSet.has(bytes, start, end) && NATIVE_TRUE.has(bytes, start, end))
        out[0] = isTrue ? ONE : ZERO
        return 1
      },
      read(text) {
        if (trueWords.includes(text)) return true
        return falseWords.includes(text) ? false : undefined
      },
      canonical(text) {
        if (trueWords.includes(text) || falseWords.includes(text)) return text
        if (text === 'true') return trueWords[0] ?? text
        return text === 'false' ? (falseWords[0] ?? text) : text
      },
      isCanonical: (bytes, start, end) => trueSet.has(bytes, start, end) || falseSet.has(bytes, start, end),
      ...(ignored.length > 0 && { ignored }),
    }
  },
}

/** Texts; numbers and booleans count as JSON writes them. */
function isWordList(list: unknown): list is (string | number | boolean)[] {
  return Array.isArray(list) && list.every((word) => typeof word === 'string' || typeof word === 'number' || typeof word === 'boolean')
}
