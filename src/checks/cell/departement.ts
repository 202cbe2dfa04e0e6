import { DEPARTEMENTS } from './departements.js'
import { listedText } from './listedText.js'

/** The name of a department or of a territory overseas, with its capitals, accents and hyphens. */
export const departement = listedText(DEPARTEMENTS.map(([, name]) => name))
