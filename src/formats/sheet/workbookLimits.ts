import type { Limits } from '../../core/format.js'

/** The XML of workbooks swells 5 to 50 times, far less than a CSV may: it gets a share of what is allowed to these. */
export function workbookLimits(limits: Limits): Limits {
  return { ...limits, inflationRatio: limits.inflationRatio / 4 }
}

/** More than anyone keeps, fewer than what looking at each would take too long. */
export const MAX_SHEETS = 10_000
