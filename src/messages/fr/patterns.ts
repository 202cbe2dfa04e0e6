// A pattern in plain French; the pattern itself comes last, and only where words do not suffice.
import type { Detail } from '../../core/diagnostic.js'
import { type Part, patternShape } from '../patternShape.js'
import { shorten } from '../visible.js'
import { orderForm } from './dates.js'
import { count, forExample, isPlural, number, quote, someOf } from './words.js'

const PATTERN_WIDTH = 160
const TEXT_WIDTH = 40

/** What to write, to follow "il faut". */
export function expectedPattern(pattern: string, example: Detail): string {
  const shape = patternShape(pattern)
  if (shape?.kind === 'communeCode') return `un code commune de l'INSEE, 5 caractères (pas le code postal)${forExample(example ?? '2A004')}`
  if (shape?.kind === 'webAddress') return `une adresse web complète, qui commence par http:// ou https://${forExample(example)}`
  if (shape?.kind === 'choice') return `l'une de ces valeurs : ${someOf(shape.options)}`
  if (shape?.kind === 'list') {
    return `une ou plusieurs de ces valeurs, séparées par ${quote(shape.separator)} sans espace : ${someOf(shape.options, 'et')}`
  }
  const words = shape === undefined ? undefined : sequence(shape.parts)
  if (words !== undefined) return `${words}${forExample(example)}`
  const rule = `règle technique du schéma : ${shorten(pattern, PATTERN_WIDTH)}`
  if (example === undefined || example === '') return `une valeur de la forme prévue par le schéma (${rule})`
  return `une valeur de la même forme que ${quote(example)} (${rule})`
}

const RUNS = {
  digits: ['chiffre', 'chiffres'],
  capitals: ['lettre majuscule', 'lettres majuscules'],
  smalls: ['lettre minuscule', 'lettres minuscules'],
  letters: ['lettre', 'lettres'],
  capitalsOrDigits: ['lettre majuscule ou chiffre', 'lettres majuscules ou chiffres'],
  lettersOrDigits: ['lettre ou chiffre', 'lettres ou chiffres'],
} as const

function sequence(parts: readonly Part[]): string | undefined {
  const period = periodOf(parts)
  if (period !== undefined) return period
  const words = parts.map(part)
  if (words.includes(undefined)) return undefined
  const [first = '', second, ...rest] = words as string[]
  if (second === undefined) return first
  return [`${first} suivi${isFeminine(parts[0]) ? 'e' : ''}${runsMany(parts[0]) ? 's' : ''} ${from(second)}`, ...rest].join(', puis ')
}

/** `de` with its article: `de 9 chiffres`, `du signe « - »`, `d'une date …`. */
function from(words: string): string {
  if (words.startsWith('le ')) return `du ${words.slice(3)}`
  if (words.startsWith('des ')) return `de ${words.slice(4)}`
  return /^[aeiouéè]/.test(words) ? `d'${words}` : `de ${words}`
}

/** A date, or two with a sign between them: what the periods of French standards look like. */
function periodOf(parts: readonly Part[]): string | undefined {
  const [date, more] = parts
  if (date?.kind !== 'date') return undefined
  const one = `une date écrite ${orderForm(date.order)}`
  if (more === undefined) return one
  if (parts.length !== 2 || more.kind !== 'optional') return undefined
  const [sign, end] = more.parts
  if (more.parts.length !== 2 || sign?.kind !== 'text' || end?.kind !== 'date' || end.order !== date.order) return undefined
  return `${one}, ou deux pour une période : ${orderForm(date.order)}${sign.text}${orderForm(date.order)}`
}

function part(value: Part): string | undefined {
  if (value.kind === 'date') return `une date écrite ${orderForm(value.order)}`
  if (value.kind === 'text') return fixed(value.text)
  if (value.kind === 'optional') {
    const inner = sequence(value.parts)
    return inner === undefined ? undefined : `au besoin ${inner}`
  }
  const [one, many] = RUNS[value.kind]
  if (value.min === value.max) return count(value.min, one, many)
  if (value.max === Number.POSITIVE_INFINITY) return value.min < 2 ? `des ${many}` : `${count(value.min, one, many)} ou plus`
  return `${number(value.min)} à ${number(value.max)} ${many}`
}

function fixed(text: string): string {
  if (/^\p{Lu}$/u.test(text)) return `la lettre ${text}`
  if (/^\p{L}+$/u.test(text)) return `les lettres ${shorten(text, TEXT_WIDTH)}`
  if (/^\d+$/.test(text)) return `les chiffres ${shorten(text, TEXT_WIDTH)}`
  return text.length === 1 ? `le signe ${quote(text)}` : `le texte ${quote(text)}`
}

const isFeminine = (value: Part | undefined): boolean =>
  value?.kind === 'date' ||
  (value?.kind === 'text' && /^\p{L}+$/u.test(value.text)) ||
  (value !== undefined && /capitals|smalls|letters/i.test(value.kind))

const runsMany = (value: Part | undefined): boolean =>
  value?.kind === 'text' ? /^(?:\p{L}|\d){2,}$/u.test(value.text) : value !== undefined && 'max' in value && isPlural(value.max)
