// A date's format, written as spreadsheets of a language write it.
import { shorten } from './visible.js'

const FORM_WIDTH = 60

/** `words`: of each directive of `strptime`. undefined where the format has one that has no plain word. */
export function formInWords(format: string, words: Readonly<Record<string, string>>): string | undefined {
  let known = true
  const form = format.replace(/^fmt:/, '').replace(/%(-?)(.)/g, (_all, _dash, directive: string) => {
    const word = Object.hasOwn(words, directive) ? words[directive] : undefined
    if (word === undefined) known = false
    return word ?? ''
  })
  return known ? shorten(form, FORM_WIDTH) : undefined
}
