/** How far two texts may differ: not at all, in figures other than 0, in all figures. */
export const ALIKE = { exact: 0, figures: 1, allFigures: 2 } as const
