// Bytes to rows, whatever the format.
export { openTable } from './openTable.js'
