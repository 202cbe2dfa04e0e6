// The table that is measured, row by row: the same count gives the same cells. Texts, SIRET as text and as number, codes, amounts, dates.
import { readFileSync } from 'node:fs'
import { mulberry32 } from '../random.mjs'

const WORDS =
  'association soutien fonctionnement école communale rénovation énergétique équipement sportif fête été théâtre municipal crèche élèves réseau'.split(
    ' ',
  )
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2020, 5, 18)
const DAYS = 900

export const SCHEMA = new URL('./schema.json', import.meta.url)
export const LABELS = JSON.parse(readFileSync(SCHEMA, 'utf8')).fields.map(({ name }) => name)
/** Shown whole, not as 2,13E+13. */
export const SIRET_COLUMN = LABELS.indexOf('siretNombre')

/** A text, a number, a date or a boolean by cell; one column of texts is half empty. */
export function* tableRows(count) {
  const random = mulberry32(20221121)
  const below = (n) => Math.floor(random() * n)
  const words = (n) => Array.from({ length: n }, () => WORDS[below(WORDS.length)]).join(' ')
  const siret = () => withKey(withKey(String(below(1e8)).padStart(8, '0')) + String(below(10_000)).padStart(4, '0'))
  const day = () => new Date(FIRST_DAY + below(DAYS) * DAY)
  const amount = () => below(20_000_000) / 100
  for (let row = 0; row < count; row++) {
    yield [
      `2022-${String(row).padStart(8, '0')}`,
      words(2),
      words(3),
      words(4),
      words(5),
      words(2),
      words(3),
      below(2) ? '' : words(4),
      siret(),
      Number(siret()),
      1000 + below(94_000),
      below(500),
      amount(),
      amount(),
      amount(),
      amount(),
      amount(),
      day(),
      day(),
      below(2) === 1,
    ]
  }
}

/** Luhn's. */
function withKey(digits) {
  let sum = 0
  for (let i = digits.length - 1, double = true; i >= 0; i--, double = !double) {
    const digit = Number(digits[i]) * (double ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return digits + ((10 - (sum % 10)) % 10)
}
