import { COUNTRY_NAMES } from './countryNames.js'
import { listedText } from './listedText.js'

/** The name of a country or foreign territory, as the official geographic code writes it. */
export const pays = listedText(COUNTRY_NAMES)
