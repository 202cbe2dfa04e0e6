import type { HeaderCheck } from './headerCheck.js'

/** A label that stands more than once, shown where it stands again. Nothing else but warnings is then said of the table. */
export const duplicateLabel: HeaderCheck = ({ duplicates }) =>
  duplicates.map(({ label, columns }) => ({
    code: 'header/duplicate-label',
    column: columns[1]! + 1,
    label,
    details: { columns: columns.map((column) => String(column + 1)), blank: label === '' },
  }))
