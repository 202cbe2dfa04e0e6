import type { Repair } from '../core/repair.js'
import { translateHours } from './frenchHours.js'
import { unlessSame } from './unlessSame.js'

const LONGEST = 300
const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** Opening hours written in French, or nearly in OpenStreetMap's notation: `Lu-Ve 9h-12h`, `du lundi au vendredi de 8h30 à 17h`, `Mo-Fr 9:00-12:00`. */
export const openingHoursFrench: Repair = {
  certainty: 'lossless',
  compile(_field, checks) {
    if (!checks.includes('opening-hours-value')) return undefined
    return {
      propose(bytes, start, end, out) {
        if (end - start > LONGEST) return -1
        const translated = translateHours(decoder.decode(bytes.subarray(start, end)))
        if (translated === undefined || translated.length > end - start + 64) return -1
        return unlessSame(bytes, start, end, out, encoder.encodeInto(translated, out).written)
      },
    }
  },
}
