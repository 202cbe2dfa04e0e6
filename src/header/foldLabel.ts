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
