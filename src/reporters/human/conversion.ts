// The report of a conversion for readers: what became of the file, what was changed, what is still to do in the file that was written.

import type { ChangeGroup, Conversion, TableReport } from '../../core/reportTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import type { ConversionWords } from '../../messages/conversionWords.js'
import { kindOf } from '../../messages/kindOf.js'
import type { RepairWords } from '../../messages/messages.js'
import { shorten } from '../../messages/visible.js'
import { schemaName, stateSentence, uncheckedReferences } from './headParagraphs.js'
import { type Layout, sectionLines, stepLines, wrap } from './layout.js'
import { nextSteps } from './nextSteps.js'
import { rowCounts, rowEntries } from './rowEntries.js'
import { type Entry, NOTHING, type PlaceLine, type Section, type TableView } from './section.js'
import { tableSections } from './tableSections.js'

const SOURCE_WIDTH = 200
const LABEL_WIDTH = 40
const NAMES_SHOWN = 12
const MAX_ENTRIES = 60
/** Changes that `--diff` shows. */
export const LISTED_CHANGES = 200

const WHOLE_ROWS: readonly string[] = ['titleRow', 'blankRow', 'totalRow', 'footnoteRow']
const HEADER: readonly string[] = ['otherSheet', 'renamedColumn', 'addedColumn', 'movedColumn', 'emptyColumn', 'droppedColumn']

export interface ConvertedView extends TableView {
  conversion: Conversion
}

export function conversionVerdict({ table, conversion, messages }: ConvertedView): string {
  const { output, remaining } = conversion
  return messages.conversion.verdict({
    source: shorten(table.source, SOURCE_WIDTH),
    ...schemaName(table.schema),
    ...(output === undefined ? {} : { output: shorten(output, SOURCE_WIDTH) }),
    ...(remaining === undefined ? {} : { valid: remaining.valid }),
  })
}

/** All lines but the first. `about`: paragraphs of the head after those on the data. */
export function conversionLines(view: ConvertedView, layout: Layout, about: readonly string[]): string[] {
  const { conversion, messages } = view
  const { remaining } = conversion
  const head = headLines(view, layout, about)
  if (remaining === undefined) return head
  const after: TableView = { ...view, table: remaining }
  const sections = [
    changedSection(view),
    listedSection(view),
    columnsSection(view),
    doubtsSection(view),
    ...tableSections(after),
    hintsSection(after),
  ]
  return [
    ...head,
    ...sections.filter(({ entries }) => entries.length > 0).flatMap((section) => sectionLines(section, layout)),
    ...stepLines(nextSteps(after, true, view), messages.report.sections.next, layout),
  ]
}

/** What was written, and how much of it is still to do. */
export function headLines(view: ConvertedView, { width }: Layout, about: readonly string[]): string[] {
  const { table, conversion, messages } = view
  const { remaining, rows, cells, changeLog, sheets } = conversion
  const words = messages.conversion
  const paragraphs: string[] = []
  if (remaining === undefined) {
    const faults = table.diagnostics.filter(({ code, severity }) => code.startsWith('file/') && severity === 'error')
    paragraphs.push(...faults.map(view.say), words.nothing)
  } else {
    const leftOut = conversion.changes.filter(({ rule }) => WHOLE_ROWS.includes(rule)).reduce((total, { count }) => total + count, 0)
    paragraphs.push(words.summary({ source: shorten(table.source, SOURCE_WIDTH), rows, leftOut, cells }))
    if (!remaining.valid) {
      const isRead = remaining.rowsNotChecked !== true
      paragraphs.push(words.left(isRead ? stateSentence({ ...view, table: remaining }) : messages.report.rowsNotChecked))
    }
    paragraphs.push(...uncheckedReferences({ ...view, table: remaining }))
    if (sheets !== undefined) paragraphs.push(words.sheets(sheets.count, sheets.rows))
    if (changeLog !== undefined) paragraphs.push(words.changeLog(shorten(changeLog, SOURCE_WIDTH)))
  }
  return [...paragraphs, ...about].flatMap((paragraph) => wrap(paragraph, width, '  ', '  '))
}

function changedSection(view: ConvertedView): Section {
  const { conversion, messages } = view
  const { sections } = messages.conversion
  const entries = [...headerEntries(view), ...cellEntries(view), ...leftOutEntries(view)]
  return {
    title: conversion.output === undefined ? sections.wouldChange : sections.changed,
    amount: messages.report.amount({ ...NOTHING, cells: conversion.cells }),
    entries: entries.slice(0, MAX_ENTRIES),
  }
}

function headerEntries({ conversion: { changes }, messages }: ConvertedView): Entry[] {
  const words = messages.conversion
  const having = (rule: string): ChangeGroup[] => changes.filter((group) => group.rule === rule)
  const entries: Entry[] = []
  for (const { examples } of having('otherSheet')) {
    for (const { before, after } of examples) entries.push({ title: words.otherSheet(after, before), places: [], sentences: [] })
  }
  const renamed = having('renamedColumn')
  if (renamed.length > 0)
    entries.push({ title: capitalised(words.did.renamedColumn(renamed.length)), places: renamed.map(renaming), sentences: [] })
  const names = (groups: readonly ChangeGroup[]): [string[], number] => [
    groups.slice(0, NAMES_SHOWN).map(({ name, examples }) => shorten(name ?? examples[0]?.before ?? '', LABEL_WIDTH)),
    Math.max(0, groups.length - NAMES_SHOWN),
  ]
  const say = (title: string): void => void entries.push({ title, places: [], sentences: [] })
  const added = having('addedColumn')
  if (added.length > 0) say(words.added(...names(added)))
  for (const { examples, count } of having('droppedColumn'))
    say(
      words.dropped(
        examples.map(({ before }) => shorten(before, LABEL_WIDTH)),
        count - examples.length,
      ),
    )
  for (const group of [...having('emptyColumn'), ...having('movedColumn')]) say(capitalised(didTo(group, words)))
  return entries
}

const renaming = ({ column, examples }: ChangeGroup): PlaceLine => {
  const { row = 1, before = '', after = '' } = examples[0] ?? {}
  return { address: `${columnLetters(column ?? 0)}${row}`, value: before, put: after }
}

function cellEntries(view: ConvertedView): Entry[] {
  const { conversion, messages } = view
  const words = messages.report
  return conversion.changes
    .filter(({ rule }) => !HEADER.includes(rule) && !WHOLE_ROWS.includes(rule))
    .map((group) => {
      const { column, name, count, examples, certainty } = group
      const letters = column === undefined ? '' : columnLetters(column)
      const places = examples.filter(({ before, after }) => before !== after)
      const left = count - examples.length
      const sentences = places.length === 0 ? [firstRow(group, view)] : left > 0 ? [words.others(left, undefined)] : []
      const proof = proofOf(group, view)
      if (proof !== undefined) sentences.push(proof)
      if (certainty === 'verified') sentences.push(words.verified)
      const title = didTo(group, messages.conversion, view)
      const shown = shorten(name ?? '', LABEL_WIDTH)
      return {
        title: name === undefined ? capitalised(title) : words.titled(letters === '' ? shown : words.column(letters, shown), title),
        places: places.map(({ row, before, after }) => ({
          address: `${letters}${row}`,
          value: before === '' ? words.emptyCell : before,
          put: after === '' ? words.emptyCell : after,
        })),
        sentences,
      }
    })
}

/** Of changes that have no value to show. */
function firstRow({ count, examples }: ChangeGroup, { messages }: ConvertedView): string {
  const row = examples[0]?.row ?? 1
  return count === 1 ? messages.report.rows([[row, row]], 0) : messages.conversion.firstRow(row)
}

function leftOutEntries({ conversion: { changes }, messages }: ConvertedView): Entry[] {
  return changes
    .filter(({ rule }) => WHOLE_ROWS.includes(rule))
    .map((group) => ({
      title: capitalised(didTo(group, messages.conversion)),
      places: group.examples
        .filter(({ before }) => before !== '')
        .map(({ row, before }) => ({ address: messages.report.row(row, undefined), value: before })),
      sentences: [],
    }))
}

/** "396 dates écrites à la française" */
function didTo({ rule, count, column, examples }: ChangeGroup, words: ConversionWords, view?: ConvertedView): string {
  const own: Readonly<Record<string, ((count: number) => string) | undefined>> = words.did
  const repairs: Readonly<Record<string, RepairWords | undefined>> = view?.messages.repairs ?? {}
  const { codes = [], details = {} } = view === undefined ? {} : (groupOf(rule, column, view.table) ?? {})
  return own[rule]?.(count) ?? repairs[rule]?.did(count, kindOf(codes, details), examples[0]?.before ?? '') ?? words.did.canonical(count)
}

/** What the first pass found of the cells that the repair mended. */
const groupOf = (rule: string, column: number | undefined, { columns }: TableReport) =>
  columns.find((candidate) => candidate.column === column)?.groups?.find(({ repair }) => repair === rule)

/** What the column as a whole proves. */
function proofOf({ rule, column }: ChangeGroup, { table, messages }: ConvertedView): string | undefined {
  const { assumption } = groupOf(rule, column, table) ?? {}
  return assumption?.settled === true && assumption.proofs > 0 ? messages.report.settled(assumption.name, assumption.proofs) : undefined
}

/** One by one, where that was asked for. */
function listedSection({ conversion: { diff = [], changes }, messages }: ConvertedView): Section {
  const words = messages.report
  const shown = diff.slice(0, LISTED_CHANGES)
  const total = changes.reduce((sum, { count }) => sum + count, 0)
  const places = shown.map(
    ({ row, column, name, before, after }): PlaceLine => ({
      address: `${column === undefined ? '' : columnLetters(column)}${row}`,
      value: before === '' ? words.emptyCell : before,
      put: after === '' ? words.emptyCell : after,
      aside: shorten(name, LABEL_WIDTH),
    }),
  )
  const left = Math.max(0, total - shown.length)
  const entry = { title: messages.conversion.changes(total), places, sentences: left > 0 ? [words.others(left, undefined)] : [] }
  return { title: messages.conversion.sections.listed, amount: '', entries: shown.length === 0 ? [] : [entry] }
}

function columnsSection({ conversion: { guesses, contested }, messages }: ConvertedView): Section {
  const words = messages.conversion
  const label = ({ column, label: text }: { column: number; label: string }): string =>
    messages.report.column(columnLetters(column), shorten(text, LABEL_WIDTH))
  const guessed = guesses
    .slice(0, MAX_ENTRIES)
    .map((guess) => ({ title: words.guess(label(guess), guess.field, guess.proof), places: [], sentences: [] as string[] }))
  guessed.at(-1)?.sentences.push(words.guessAdvice(guessed.length))
  const claims = contested.map(({ field, columns }) => ({
    title: words.contested(field, columns.map(label)),
    places: [],
    sentences: [] as string[],
  }))
  claims.at(-1)?.sentences.push(words.contestedAdvice)
  const entries = [...guessed, ...claims]
  return { title: words.sections.columns, amount: messages.report.amount({ ...NOTHING, columns: entries.length }), entries }
}

function doubtsSection({ conversion: { doubts }, messages }: ConvertedView): Section {
  const words = messages.conversion
  const entries = doubts.map(({ column, name, cells, example }) => ({
    title: messages.report.titled(
      messages.report.column(columnLetters(column), shorten(name, LABEL_WIDTH)),
      words.doubt(cells, example.cell),
    ),
    places: [],
    sentences: [words.doubtWhy],
  }))
  const cells = doubts.reduce((sum, doubt) => sum + doubt.cells, 0)
  return { title: words.sections.doubts, amount: messages.report.amount({ ...NOTHING, cells }), entries }
}

/** Of what was written, for information. */
function hintsSection(view: TableView): Section {
  const formulas = view.table.counts.filter(({ code }) => code === 'cell/formula')
  return { title: view.messages.report.sections.notes, amount: '', entries: rowEntries(rowCounts(view, formulas), view) }
}

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
