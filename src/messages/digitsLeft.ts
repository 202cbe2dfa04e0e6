/** Of a number in scientific notation: how many digits the spreadsheet wrote, and how many the number had. */
export function digitsLeft(cell: string): { left: number; whole: number } | undefined {
  const [, whole = '', decimals = '', exponent] = /(\d+)(?:[.,](\d+))?e\+?(\d+)/i.exec(cell.replace(/\s/g, '')) ?? []
  if (exponent === undefined) return undefined
  return { left: `${whole}${decimals}`.replace(/0+$/, '').length || 1, whole: whole.length + Number(exponent) }
}
