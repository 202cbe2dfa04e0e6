// Rows that sum up the others: "TOTAL", "Sous-total 2023", "Total général".

/** After folding. What follows names what is summed, so that a name (`Total Énergies`) is not taken for a total. */
const TOTAL =
  /^(?:montant )?(?:sous )?tota(?:l|ux)(?: general| generaux| cumule| annuel| partiel)?(?: (?:de|des|du|d|pour|en|au|par|sur|a|euros?|ttc|ht)\b.*)?(?: \d{4})?$/
const AMOUNT = /^[-+]?\d[\d\s.,'’]*(?:€|eur|euros?|%)?$/iu
const LONGEST_TITLE = 100

/**
 * Whether the first filled cell says "total" and the others hold only amounts, with most of the row empty. Conservative: a row
 * that identifies something is never a total.
 */
export function isTotalRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [title, ...amounts] = filled
  if (title === undefined || cells.length < 2 || title.length > LONGEST_TITLE || !TOTAL.test(foldTitle(title))) return false
  return amounts.every((cell) => AMOUNT.test(cell)) && filled.length <= Math.max(2, Math.ceil(cells.length / 2))
}

function foldTitle(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
