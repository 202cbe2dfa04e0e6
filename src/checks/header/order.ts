import type { HeaderCheck } from './headerCheck.js'

/** The schema's names, all of them and no other, in another order. */
export const order: HeaderCheck = ({ disordered, columns }, { fields }) =>
  disordered
    ? [{ code: 'header/order', details: { expected: fields.map(({ name }) => name), found: columns.map(({ label }) => label) } }]
    : []
