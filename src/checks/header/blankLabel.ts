import type { HeaderCheck } from './headerCheck.js'

/** A column without a label. Several are duplicates of each other, for Validata too. */
export const blankLabel: HeaderCheck = ({ blanks, duplicates }) =>
  duplicates.length > 0 ? [] : blanks.map((column) => ({ code: 'header/blank-label', column: column + 1, label: '', details: {} }))
