// Which bit of what a test of cells returns stands for which fault.
import { CONSTRAINTS, type ConstraintName } from './schema.js'

export const TYPE_FAULT = 1
export const ANY_FAULT = -1
export const faultBit = (constraint: ConstraintName): number => 2 << CONSTRAINTS.indexOf(constraint)

/** Beyond the bits of the type and the constraints: `unique`, then one bit per code of the cell checks. */
export const UNIQUE_BIT = CONSTRAINTS.length + 1
export const UNIQUE_FAULT = 1 << UNIQUE_BIT
/** A cell of a workbook that is right, but that Validata reads otherwise. */
export const NATIVE_VALUE_BIT = UNIQUE_BIT + 1
export const NATIVE_DISPLAY_BIT = UNIQUE_BIT + 2
export const FIRST_CHECK_BIT = UNIQUE_BIT + 3
/** Codes of checks beyond this many on one column are not told: the bits of a number end here. */
export const MAX_CHECK_CODES = 30 - FIRST_CHECK_BIT

/** The place of the lowest bit that is set. */
export const firstBit = (faults: number): number => 31 - Math.clz32(faults & -faults)
