// Bytes to rows, whatever the format.
export { formats } from './formats.js'
export { openTable } from './openTable.js'
