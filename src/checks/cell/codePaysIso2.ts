import { COUNTRY_CODES } from './countryCodes.js'
import { listedText } from './listedText.js'

/** A country's code in two capital letters. */
export const codePaysIso2 = listedText(COUNTRY_CODES.map((codes) => codes.slice(0, 2)))
