// What the reader can do next. Only what this version can do is offered.
import type { TypedOption } from '../../core/reportTypes.js'
import { DEFAULT_LANGUAGE } from '../../messages/index.js'
import { kindOf } from '../../messages/kindOf.js'
import { shorten } from '../../messages/visible.js'
import type { RepeatedOptions } from '../reporter.js'
import type { TableView } from './section.js'
import { shellWord } from './shellWord.js'
import { fillsColumn, whoMends } from './whoMends.js'

const LABEL_WIDTH = 40
/** What scdl writes and reads as a table. */
const READ_BACK = /\.(?:csv|tsv|txt|xlsx|ods)$/i
/** Values that one command line asks for. */
const MAX_SET = 3

export interface Step {
  text: string
  /** Arguments of a command, each of which stays whole. */
  command?: string[]
}

/** `converted`: the source of a table that was written by a conversion, and that may be converted again. */
export function nextSteps(view: TableView, complete: boolean, converted?: TableView): Step[] {
  const { table, messages } = view
  if (table.valid || table.stats.columns + table.stats.rows === 0) return []
  const words = messages.report.next
  const steps: Step[] = []
  const damaged = table.columns.filter(({ groups }) => groups?.some(({ repair }) => repair === 'scientificNotation'))
  const group = damaged.flatMap(({ groups }) => groups ?? []).find(({ repair }) => repair === 'scientificNotation')
  if (group !== undefined) {
    const columns = damaged.map(({ label }) => shorten(label, LABEL_WIDTH))
    const convert = commandLine('convert', { ...view, ...converted, table: { ...table, source: words.workbook }, repeated: undefined })
    steps.push({
      text: words.original(columns, kindOf(group.codes, group.details)),
      ...(convert === undefined ? {} : { command: convert }),
    })
  }
  const convert = convertStep(view, converted)
  if (convert !== undefined) steps.push(convert)
  const command = commandLine('validate', viewToCheck(view, converted))
  if (command === undefined) return steps
  if (!complete && table.schema?.type === 'jsonschema') {
    steps.push({ text: words.everything, command: [...command, '--max-diagnostics 0', `--report json=${words.reportFile}`] })
  } else if (!complete) steps.push({ text: words.annotate, command: [...command, `--annotate ${words.annotatedFile}`] })
  // Alone, the file would be right: what it refers to is in another.
  const refersElsewhere = table.schema?.resource !== undefined && table.counts.some(({ code }) => code === 'row/foreign-key')
  if (!refersElsewhere) steps.push({ text: words.again, command })
  return steps
}

/** What was written is read as it is, without the options of its source; where it cannot be read, the source is checked. */
function viewToCheck(view: TableView, converted: TableView | undefined): Parameters<typeof commandLine>[1] {
  if (converted === undefined) return view
  return READ_BACK.test(view.table.source) ? { ...view, repeated: undefined } : converted
}

/** What scdl can correct, with what one value settles. */
function convertStep(view: TableView, converted: TableView | undefined): Step | undefined {
  const { table, messages } = view
  const words = messages.report.next
  // An option is for all cells of its column that are empty or wrong.
  const wanted = table.columns.flatMap((column) => {
    const isWanted = column.groups?.some(
      (group) => group.values?.length === 1 && whoMends(group, column) === 'oneValue' && fillsColumn(group, column),
    )
    const field = column.nearMiss === undefined && isWanted ? shellWord(column.field ?? '') : undefined
    return field === undefined ? [] : [`--set ${field}=…`]
  })
  const isMended = table.counts.some(({ severity, repairable }) => severity === 'error' && repairable > 0)
  const command = commandLine('convert', converted ?? view)
  if (command === undefined || (wanted.length === 0 && (converted !== undefined || !isMended))) return undefined
  const text = wanted.length > 0 ? words.convertWith : words.convert
  return { text, command: [...command, ...wanted.slice(0, MAX_SET), ...(converted === undefined ? [] : ['--force'])] }
}

/** undefined: a name cannot be typed. */
function commandLine(
  name: 'validate' | 'convert',
  { table: { source, schema }, messages, repeated }: Pick<TableView, 'table' | 'messages'> & { repeated?: RepeatedOptions | undefined },
): string[] | undefined {
  const file = shellWord(source)
  const ref = schema === undefined ? undefined : shellWord(schema.name)
  if (file === undefined || ref === undefined || source === '-' || schema?.origin === 'inline') return undefined
  const { reading = [], converting = [] } = repeated ?? {}
  const options = (name === 'validate' ? reading : [...reading, ...converting]).map(optionWords)
  if (!options.every((words) => words !== undefined)) return undefined
  return [
    `scdl ${name} ${file}`,
    `--schema ${ref}`,
    ...options,
    ...(messages.language === DEFAULT_LANGUAGE ? [] : [`--lang ${messages.language}`]),
  ]
}

/** undefined: the value cannot be typed safely in every shell. */
function optionWords([option, value]: TypedOption): string | undefined {
  if (value === undefined) return option
  // What stands between cells means something to a shell.
  const word = /^[|;,&<>:]$/.test(value) ? `"${value}"` : shellWord(value)
  return word === undefined ? undefined : `${option} ${word}`
}
