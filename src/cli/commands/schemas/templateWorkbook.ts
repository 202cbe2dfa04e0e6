// An empty table as a workbook: its cells ready for what they shall hold, lists to choose from, an example, a page on each column.
import type { Messages, SchemaWords } from '../../../messages/index.js'
import { nodePlatform } from '../../../node/platform.js'
import { describeField } from '../../../schema/describeField.js'
import type { LoadedSchema } from '../../../validateOptions.js'
import { onlySheets } from '../../../writers/sheet/cellSink.js'
import { fitting } from '../../../writers/sheet/fitting.js'
import { compileCellWriter } from '../../../writers/sheet/typedCell.js'
import { writeWorkbook } from '../../../writers/xlsx/writeWorkbook.js'
import type { Choice, XlsxSheet } from '../../../writers/xlsx/xlsxSheet.js'
import { type ExampleColumn, exampleRow } from './exampleRow.js'
import { fieldSentences } from './fieldSentences.js'

const NARROWEST = 12
const WIDEST = 40
const DOCUMENTATION_WIDTHS = [30, 16, 12, 100]
const FIRST_ROW = 2
/** The most precise comes first: a moment holds a date as well. */
const MOMENTS = [
  { look: 'moment', text: '2024-01-31T10:20:30' },
  { look: 'date', text: '2024-01-31' },
  { look: 'time', text: '10:20:30' },
] as const

const encoder = new TextEncoder()

export async function templateWorkbook(schema: LoadedSchema, messages: Messages, words: SchemaWords): Promise<AsyncGenerator<Uint8Array>> {
  const columns = await exampleRow(schema, words.template.word)
  const sheets = onlySheets([dataSheet(schema, columns, words), documentationSheet(schema, messages, words)])
  return writeWorkbook(sheets, nodePlatform)
}

function dataSheet({ facts }: LoadedSchema, columns: readonly ExampleColumn[], { template }: SchemaWords): XlsxSheet {
  const writers = columns.map(({ compiled }) => compileCellWriter({ name: compiled.field.name, compiled }))
  return {
    name:
      facts.name
        .split(/[/\\]/)
        .at(-1)
        ?.replace(/\.json$/, '') ?? '',
    widths: columns.map(({ compiled, example }) =>
      Math.min(WIDEST, Math.max(NARROWEST, compiled.field.name.length + 3, example.length + 2)),
    ),
    columnLooks: columns.map(({ compiled }) => lookOf(compiled)),
    choices: columns.flatMap(({ choices }, column): Choice[] =>
      choices === undefined ? [] : [{ column, firstRow: FIRST_ROW, values: choices, refusal: template.refusal }],
    ),
    frozenRows: 1,
    head(out) {
      for (const { compiled } of columns) out.string(compiled.field.name, 'header')
      out.endRow()
    },
    async fill(out) {
      let isNoted = false
      columns.forEach(({ example }, c) => {
        const bytes = encoder.encode(example)
        writers[c]!(out, bytes, 0, bytes.length)
        if (isNoted || example === '') return
        isNoted = true
        out.note(template.exampleNote)
      })
      out.endRow()
      return false
    },
  }
}

function lookOf({ type }: ExampleColumn['compiled']): 'text' | (typeof MOMENTS)[number]['look'] | undefined {
  if (type.cellKind === undefined) return 'text'
  if (type.cellKind === 'number') return undefined
  const found = MOMENTS.find(({ text }) => {
    const bytes = encoder.encode(text)
    return type.native?.date?.(bytes, 0, bytes.length) === 0
  })
  return found?.look ?? 'text'
}

/** What each column expects. */
function documentationSheet({ schema }: LoadedSchema, messages: Messages, words: SchemaWords): XlsxSheet {
  const { fields, template } = words
  const described = schema.fields.map((field) => describeField(field, schema))
  return {
    name: template.documentation,
    widths: DOCUMENTATION_WIDTHS,
    frozenRows: 1,
    head(out) {
      for (const title of [fields.column, fields.type, fields.required, fields.content]) out.string(title, 'header')
      out.endRow()
    },
    async fill(out) {
      for (const field of described) {
        const content = fieldSentences(field, messages, words).join('\n')
        const cells = [field.name, fields.typeName(field.type), field.required ? fields.yes : fields.no, content]
        for (const cell of cells) {
          if (cell === '') out.skip()
          else out.string(fitting(cell, messages.page.textCut), 'wrapped')
        }
        out.endRow()
      }
      return false
    },
  }
}
