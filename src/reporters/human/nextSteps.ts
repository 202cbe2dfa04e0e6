// What the reader can do next. Only what this version can do is offered.
import { DEFAULT_LANGUAGE } from '../../messages/index.js'
import { kindOf } from '../../messages/kindOf.js'
import { shorten, visible } from '../../messages/visible.js'
import type { TableView } from './section.js'

const LABEL_WIDTH = 40
const MAX_WORD = 200

export interface Step {
  text: string
  /** Arguments of a command, each of which stays whole. */
  command?: string[]
}

export function nextSteps(view: TableView, complete: boolean): Step[] {
  const { table, messages } = view
  if (table.valid || table.stats.columns === 0) return []
  const words = messages.report.next
  const steps: Step[] = []
  const damaged = table.columns.filter(({ groups }) => groups?.some(({ repair }) => repair === 'scientificNotation'))
  const group = damaged.flatMap(({ groups }) => groups ?? []).find(({ repair }) => repair === 'scientificNotation')
  if (group !== undefined) {
    const columns = damaged.map(({ label }) => shorten(label, LABEL_WIDTH))
    steps.push({ text: words.original(columns, kindOf(group.codes, group.details)) })
  }
  const command = validateCommand(view)
  if (command === undefined) return steps
  if (!complete) steps.push({ text: words.everything, command: [...command, '--max-diagnostics 0', `--report json=${words.reportFile}`] })
  steps.push({ text: words.again, command })
  return steps
}

/** undefined: the name cannot be typed safely in every shell. */
function validateCommand({ table: { source, schema }, messages }: TableView): string[] | undefined {
  const file = shellWord(source)
  const ref = schema === undefined ? undefined : shellWord(schema.name)
  if (file === undefined || ref === undefined || source === '-' || schema?.origin === 'inline') return undefined
  return [`scdl validate ${file}`, `--schema ${ref}`, ...(messages.language === DEFAULT_LANGUAGE ? [] : [`--lang ${messages.language}`])]
}

function shellWord(word: string): string | undefined {
  if (word === '' || word.length > MAX_WORD || word.startsWith('-') || visible(word) !== word || /["$`!%\\^&|<>]/.test(word))
    return undefined
  return /^[\p{L}\p{N}./_:@-]+$/u.test(word) ? word : `"${word}"`
}
