import { projectedCoordinate } from './projectedCoordinate.js'

/** A Lambert 93 northing in metropolitan France. */
export const latitudeL93 = projectedCoordinate(6_037_008, 7_230_728)
