// What a column expects, as sentences: those of the report, and those of its list, its example, its key.
import type { Details } from '../../../core/diagnostic.js'
import type { Messages, SchemaWords } from '../../../messages/index.js'
import type { FieldDescription } from '../../../schema/describeField.js'

const MOST_VALUES = 60

/** The description first, then what a cell must hold. */
export function fieldSentences(field: FieldDescription, messages: Messages, { fields: words }: SchemaWords): string[] {
  const checks = field.checks.flatMap((name) => checkSentence(name, field, messages) ?? [])
  // A check asks for more than the pattern that goes with it.
  const rules = field.rules.filter(({ code }) => code !== 'cell/pattern' || checks.length === 0)
  const told = [...rules.flatMap(({ code, details }) => messages.faults[code].expected?.(details) ?? []), ...checks]
  const { example, values } = field
  const isShown = example === undefined || told.some((sentence) => sentence.includes(example)) || values?.includes(example) === true
  return [
    ...(field.description === undefined ? [] : [field.description]),
    ...(values === undefined ? [] : [words.values(values.slice(0, MOST_VALUES)).replace(/\.$/, values.length > MOST_VALUES ? '…' : '.')]),
    ...[...new Set(told)].map(words.expected),
    ...(field.unique ? [words.unique] : []),
    ...(field.isKey ? [words.key] : []),
    ...(isShown ? [] : [words.example(example)]),
  ]
}

/** Of a check on the cells of this column alone. */
function checkSentence(name: string, field: FieldDescription, messages: Messages): string | undefined {
  const faults: Readonly<Record<string, { expected?(details: Details): string | undefined } | undefined>> = messages.faults
  return faults[`row/${name}`]?.expected?.({ type: field.type, ...(field.example !== undefined && { example: field.example }) })
}
