import type { Repair } from '../core/repair.js'
import type { Field } from '../core/schema.js'
import { textEnd, textStart } from './space.js'
import { unlessSame } from './unlessSame.js'
import { compileWordTable } from './wordTable.js'

const YES = ['oui', 'o', 'yes', 'y', 'vrai', 'true', '1']
const NO = ['non', 'n', 'no', 'faux', 'false', '0']

const texts = (value: unknown, otherwise: readonly string[]): readonly string[] =>
  Array.isArray(value) && value.length > 0 ? value.map(String) : otherwise

/** The words of the field come first: where it gives one of the usual words another meaning, its own holds. */
function booleanWords(field: Field): (readonly [string, string])[] {
  const yes = texts(field.options.trueValues, ['true'])
  const no = texts(field.options.falseValues, ['false'])
  const own = [...yes.map((word) => [word, yes[0]!] as const), ...no.map((word) => [word, no[0]!] as const)]
  const taken = new Set(own.map(([word]) => word.toLowerCase()))
  const usual = [...YES.map((word) => [word, yes[0]!] as const), ...NO.map((word) => [word, no[0]!] as const)]
  return [...own, ...usual.filter(([word]) => !taken.has(word))]
}

function allowedWords(field: Field): (readonly [string, string])[] {
  const categories = Array.isArray(field.options.categories) ? field.options.categories : []
  return [...(field.constraints.enum ?? []), ...categories]
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => [String(value), String(value)])
}

/** Allowed values that differ by case, accents, spaces, dashes or apostrophes only, and the usual words for true and false. */
export const words: Repair = {
  certainty: 'lossless',
  compile(field) {
    const isText = field.type === 'string' || field.type === 'any'
    const entries = field.type === 'boolean' ? booleanWords(field) : isText ? allowedWords(field) : []
    if (entries.length === 0) return undefined
    const table = compileWordTable(entries)
    return {
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        const word = table.find(bytes, from, textEnd(bytes, from, end))
        if (word === undefined || word.length > end - start + 64) return -1
        for (let i = 0; i < word.length; i++) out[i] = word[i]!
        return unlessSame(bytes, start, end, out, word.length)
      },
    }
  },
}
