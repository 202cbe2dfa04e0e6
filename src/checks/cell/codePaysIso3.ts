import { COUNTRY_CODES } from './countryCodes.js'
import { listedText } from './listedText.js'

/** A country's code in three capital letters. */
export const codePaysIso3 = listedText(COUNTRY_CODES.map((codes) => codes.slice(3)))
