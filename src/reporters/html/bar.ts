import { type Markup, markup } from '../markup.js'

const WIDTH = 100

/** A share as a bar. Drawn, so that paper has it too; the number beside it says the same. */
export function bar(part: number, whole: number, kind: 'filled' | 'wrong' | 'right'): Markup {
  const share = whole === 0 ? 0 : part / whole
  // Something is never nothing, nor everything less than all.
  const width = share <= 0 ? 0 : share >= 1 ? WIDTH : Math.min(WIDTH - 1, Math.max(1, Math.round(share * WIDTH)))
  return markup`<svg class="bar ${kind}" viewBox="0 0 ${WIDTH} 6" width="${WIDTH}" height="6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="${WIDTH}" height="6"/><rect width="${width}" height="6"/></svg>`
}
