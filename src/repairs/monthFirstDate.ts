import { orderedDate } from './orderedDate.js'

/** `06/12/2022` is the 12th of June, in a column that shows it. */
export const monthFirstDate = orderedDate('month-first')
