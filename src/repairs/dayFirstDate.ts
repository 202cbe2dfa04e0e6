import { orderedDate } from './orderedDate.js'

/** `06/12/2022` is the 6th of December, in a column that shows it. */
export const dayFirstDate = orderedDate('day-first')
