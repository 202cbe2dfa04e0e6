import type { CellCheck } from '../../core/check.js'
import { readsAsOpeningHours } from './openingHoursGrammar.js'
import { rememberVerdicts } from './verdictMemory.js'

/** Opening hours in OpenStreetMap's notation, as strictly as Validata reads it. See docs/codes/row/opening-hours-value.md. */
export const openingHoursValue: CellCheck = {
  type: 'opening-hours-value',
  compile: () => ({
    test: rememberVerdicts((bytes, start, end) => (readsAsOpeningHours(bytes, start, end) ? 0 : 1)),
  }),
}
