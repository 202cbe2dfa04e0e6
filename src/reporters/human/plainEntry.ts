// Entries and titles as the reports outside the terminal write them.
import type { Entry } from './section.js'

/** `CORRECTIONS PROPOSÉES` → `Corrections proposées`: capitals are for the terminal, which has no larger type. */
export const sentenceCase = (title: string, language: string): string =>
  (title.charAt(0) + title.slice(1).toLocaleLowerCase(language)).replace(/^Scdl\b/, 'scdl')

/** An entry without places as one paragraph. */
export const entryText = ({ title, sentences }: Pick<Entry, 'title' | 'sentences'>): string =>
  sentences.length === 0 ? title : `${title}${/[.?!:]$/.test(title) ? '' : '.'} ${sentences.join(' ')}`

/** Whether what stands beside this address is the text of a cell. */
export const isCell = (address: string): boolean => /^[A-Z]+\d*$/.test(address)
