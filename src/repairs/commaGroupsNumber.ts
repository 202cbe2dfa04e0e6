import { unsureNumber } from './unsureNumber.js'

/** `1,234` is 1234 and `1.234` is 1.234, in a column that shows it. */
export const commaGroupsNumber = unsureNumber('comma-groups')
