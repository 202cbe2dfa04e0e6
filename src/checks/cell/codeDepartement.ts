import { DEPARTEMENTS } from './departements.js'
import { listedText } from './listedText.js'

/** The code of a department or of a territory overseas: `01`, `2A`, `974`. */
export const codeDepartement = listedText(DEPARTEMENTS.map(([code]) => code))
