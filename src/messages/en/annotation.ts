// A table given back with its findings, in English.
import type { AnnotationWords } from '../annotationWords.js'
import { count } from './words.js'

export const annotation: AnnotationWords = {
  columns: ['Severity', 'Findings', 'To write'],
  table: 'table',
  summary: 'summary',
  at: (place, sentence) => `${place}: ${sentence}`,
  put: (place, value) => `${place} → ${value}`,
  counts: ['Severity', 'Finding', 'Label', 'Number', 'With a proposed value'],
  legend: {
    title: 'Colours',
    wrong: 'Wrong cell: the file cannot be published like this.',
    doubtful: 'Warning: worth a look, the file can be published like this.',
  },
  how: 'Correct the coloured cells: the note on each says what is wrong and what to write. The same explanations stand in the last three columns, which are no part of your data: remove them before you publish, or make your corrections in the original file.',
  notesCut: (notes) =>
    `Only the first ${count(notes, 'coloured cell has its note', 'coloured cells have their note')}, so that the spreadsheet program stays fast. What is said of the others stands at the right of their row.`,
  general: 'The table as a whole',
}
