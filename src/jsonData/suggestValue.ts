// The value to write, where what stands there leaves no doubt. undefined: it does.
import { nearestSpelling } from '../core/editDistance.js'

const NUMBER = /^-?(?:0|[1-9]\d{0,15})(?:[.,]\d{1,15})?$/
const TRUE = /^(?:true|vrai|oui)$/i
const FALSE = /^(?:false|faux|non)$/i

export const suggestValue = {
  /** The same value in one of the types that are expected. */
  type(expected: readonly string[], value: unknown): unknown {
    if (typeof value === 'string') {
      const text = value.trim()
      if (text === '') return expected.includes('null') ? null : undefined
      if (expected.includes('number') && NUMBER.test(text)) return Number(text.replace(',', '.'))
      if (expected.includes('integer') && NUMBER.test(text) && !/[.,]/.test(text)) return Number(text)
      if (expected.includes('boolean') && (TRUE.test(text) || FALSE.test(text))) return TRUE.test(text)
    }
    // Beyond, the digits that were written are no longer known.
    if (typeof value === 'number' && Number.isSafeInteger(value) && expected.includes('string')) return String(value)
    return typeof value === 'number' && expected.includes('integer') && Number.isInteger(value) ? value : undefined
  },

  /** The value of the list that differs by case, accents, spaces or a slip of the hand. */
  enum(allowed: readonly unknown[], value: unknown): unknown {
    const texts = allowed.filter((item) => typeof item === 'string')
    if (typeof value === 'string')
      return nearestSpelling(value, texts) ?? (value.trim() === '' && allowed.includes(null) ? null : undefined)
    return typeof value === 'number' && texts.includes(String(value)) ? String(value) : undefined
  },

  format(format: string, value: unknown): unknown {
    if (format !== 'date' || typeof value !== 'string') return undefined
    const [, year, month, day] =
      /^(\d{4})[-/.](\d\d)[-/.](\d\d)(?:T00:00:00(?:\.0+)?Z?)?$/.exec(value.trim()) ?? dayFirst(value.trim()) ?? []
    const written = `${year}-${month}-${day}`
    return year !== undefined && new Date(`${written}T00:00:00Z`).toJSON()?.startsWith(written) ? written : undefined
  },
} as const

/** Only where the day cannot be a month. */
function dayFirst(text: string): readonly (string | undefined)[] | undefined {
  const [, day, month, year] = /^(\d\d)[-/.](\d\d)[-/.](\d{4})$/.exec(text) ?? []
  return Number(day) > 12 || day === month ? [text, year, month, day] : undefined
}
