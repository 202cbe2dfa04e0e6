import { listedText } from './listedText.js'
import { REGIONS } from './regions.js'

/** The code of a region, in two digits. */
export const codeRegion = listedText(REGIONS.map(([code]) => code))
