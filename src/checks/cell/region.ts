import { listedText } from './listedText.js'
import { REGIONS } from './regions.js'

/** The name of a region, with its capitals, accents and hyphens. */
export const region = listedText(REGIONS.map(([, name]) => name))
