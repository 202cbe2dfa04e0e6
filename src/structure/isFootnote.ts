// Notes written under a table, in its first cells: "Source : DGFiP", "* montants arrondis", "(1) hors taxes".

/** The sign that ends the word keeps names apart: `Source Vive` is a name, `Source : Vive` a note. */
const NOTE = /^(?:(?:sources?|notes?|nota(?: bene)?|n\.? ?b\.?)\s*[:.]|\*{1,3}\s*\p{L}|\(\d{1,2}\)\s*\p{L})/iu
const FEWEST_COLUMNS = 3

/** Whether the row holds one text only, in a table of several columns, and this text begins as notes do. */
export function isFootnote(cells: readonly string[]): boolean {
  if (cells.length < FEWEST_COLUMNS) return false
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length === 1 && NOTE.test(filled[0]!)
}
