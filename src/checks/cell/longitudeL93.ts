import { projectedCoordinate } from './projectedCoordinate.js'

/** A Lambert 93 easting in metropolitan France. */
export const longitudeL93 = projectedCoordinate(-357_823, 1_313_633)
