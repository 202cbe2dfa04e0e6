// How far two texts may differ and still have one verdict.

/**
 * `exact`: not at all. `figures`: in figures other than 0. `years`: in the year that they end with after a slash, dot, dash or space, both
 * leap years or both not, unless it is clear that no 29 stands before it. `allFigures`: in any figure, years included. Bits, those that
 * hold of more texts above the others.
 */
export const ALIKE = { exact: 1, figures: 2, years: 4, allFigures: 8 } as const

/** What makes no difference to a repair, a type or a pattern: bits of `ALIKE`. */
export const INDIFFERENT = { none: 1, figures: 3, years: 5, allFigures: 15 } as const

/** The bit of those texts that are most. */
export const widest = (alike: number): number => 1 << (31 - Math.clz32(alike))
