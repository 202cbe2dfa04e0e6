// What two labels may differ by and still mean the same, one step coarser than the other.

const SPACES = new Set(
  '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
)

/** Removes the white space around, as Python's `strip` does: a byte-order mark and zero-width characters stay. */
export function stripLabel(label: string): string {
  let start = 0
  let end = label.length
  while (start < end && SPACES.has(label[start]!)) start++
  while (end > start && SPACES.has(label[end - 1]!)) end--
  return label.slice(start, end)
}

export function foldCase(label: string): string {
  return label.toLowerCase()
}

/** Lower case without accents; composed and decomposed accents fold alike. */
export function foldAccents(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

// Thousands of euros are left out on purpose: they do not stand for the same amounts.
const REMARK =
  /[([] *(?:(?:en +)?(?:euros?|eur|€)|[ajmy]{2,4}(?:[-/. ][ajmdy]{2,4}){1,2}|obligatoire|requis|facultati(?:f|ve)|optionnel(?:le)?) *[)\]]/giu

/** Letters and digits only, without accents, case, or remarks such as `(euros)`, `(AAAA-MM-JJ)`, `(obligatoire)`. */
export function foldPunctuation(label: string): string {
  return foldAccents(label.replace(REMARK, '')).replace(/[^\p{L}\p{N}]+/gu, '')
}

const ARTICLE = /^(?:de|du|des|la|le|les)$/

/**
 * The words of a label, folded, without articles: cut at punctuation and where a small letter meets a capital
 * (`nomBeneficiaire`, `Nom du bénéficiaire`).
 */
export function labelWords(label: string): string[] {
  const spaced = label
    .replace(REMARK, '')
    .replace(/(^|[^\p{L}])[ld]['’]/giu, '$1')
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
  const words = foldAccents(spaced)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const named = words.filter((word) => !ARTICLE.test(word))
  return named.length > 0 ? named : words
}

/** As `foldPunctuation`, and without articles: `Nom de l'attribuant` folds like `nomAttribuant`. */
export function foldArticles(label: string): string {
  return labelWords(label).join('')
}

/** What a spelling says, whatever its grammar; and the same without the letters that a wrong encoding loses. */
export interface Wording {
  /** Its words in their order; plurals, `N°`, units, a year and an instruction make no difference. */
  ordered: string
  /** The same words in any order: `BENEFICIAIRE_NOM` and `Nom du bénéficiaire`. */
  sorted: string
  /** As `ordered`, of the letters that stay when those with accents are gone: `Rfrence de la dcision`. */
  withoutAccented: string
}

// A comment on how to fill the column in, never what it holds.
const COMMENT = /[([] *(?:voir|cf|pr[eé]ciser?|exemples?|ex|si|format|indiquer|num[eé]raire|s[eé]parateur)(?![\p{L}\p{N}])[^()[\]]*[)\]]/giu
const INSTRUCTION = /^(?:indiquer|indiquez|inscrire|inscrivez|mentionner|preciser|renseigner|saisir|saisissez)$/
const NUMBER = /^(?:n|no|num|numeros?)$/
const EACH = /^(?:chaque|au|aux)$/
const UNIT = /^(?:euros?|eur|ttc)$/
const YEAR = /^(?:19|20)\d\d$/
const BEFORE_YEAR = /^(?:annee|en|exercice|valeur)$/
const SHORTEST_PLURAL = 4

export function foldWording(label: string): Wording {
  const said = label.replace(COMMENT, '')
  const words = plainWords(labelWords(said))
  const damaged = labelWords(
    said
      .normalize('NFC')
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/°/g, ' ')
      .replace(/\P{ASCII}+/gu, ''),
  )
  return { ordered: words.join(''), sorted: [...words].sort().join(' '), withoutAccented: plainWords(damaged).join('') }
}

function plainWords(words: readonly string[]): string[] {
  const said = words.filter((word) => !EACH.test(word))
  if (said.length > 1 && INSTRUCTION.test(said[0]!)) said.shift()
  dropLast(said, YEAR, BEFORE_YEAR)
  dropLast(said, UNIT, /^en$/)
  const named = said.map((word) => (NUMBER.test(word) ? 'numero' : word))
  // A plural alone may be another thing than its singular.
  return named.length === 1 ? named : named.map((word) => (word.length >= SHORTEST_PLURAL ? word.replace(/s$/, '') : word))
}

/** Never the only word. */
function dropLast(words: string[], word: RegExp, before: RegExp): void {
  if (words.length < 2 || !word.test(words.at(-1)!)) return
  words.pop()
  if (words.length > 1 && before.test(words.at(-1)!)) words.pop()
}
