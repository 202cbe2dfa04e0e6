// One row of a table as its schema wants it: the schema's own examples, else what its fields accept.
import { type CompiledField, compileField } from '../../../core/compileField.js'
import type { Source } from '../../../core/source.js'
import { fieldTypes } from '../../../fieldTypes/index.js'
import { prepare } from '../../../layTable.js'
import { nodePlatform } from '../../../node/platform.js'
import { csvLine } from '../../../reporters/csvLine.js'
import { describeField } from '../../../schema/describeField.js'
import { registries } from '../../../startTable.js'
import { validate } from '../../../validate.js'
import type { LoadedSchema } from '../../../validateOptions.js'

export interface ExampleColumn {
  compiled: CompiledField
  /** Empty where nothing is known that the field accepts. */
  example: string
  /** The only values that there may be. */
  choices?: readonly string[]
}

/** Values of every type that has no example of its own. */
const SAMPLES = [
  ...['2024-03-18', '2024-03-18T09:30:00', '09:30:00', '2024', '2024-03', '12.5', '12', '1', '0.5', '1.44,43.6', 'P1Y', '[]', '{}'],
  '{"type":"Point","coordinates":[1.44,43.6]}',
]
/** Words of a yes and a no, where the field does not say its own. */
const YES_NO = ['true', 'false']

const encoder = new TextEncoder()

/** `word`: for texts of any kind. */
export async function exampleRow(schema: LoadedSchema, word: string): Promise<ExampleColumn[]> {
  await prepare(schema.schema, registries)
  const columns = schema.schema.fields.map((field): ExampleColumn => {
    const compiled = compileField(field, fieldTypes)
    const choices = describeField(field, schema.schema).values ?? yesAndNo(compiled)
    const candidates = [field.example ?? '', ...(choices ?? []), word, ...SAMPLES].filter((text) => text !== '' && accepts(compiled, text))
    const example = compiled.type.canonical(candidates[0] ?? '')
    return { compiled, example, ...(choices !== undefined && { choices }) }
  })
  const wrong = await wrongCells(schema, columns)
  return columns.map((column, c) => (wrong.has(c + 1) ? { ...column, example: '' } : column))
}

function accepts({ test }: CompiledField, text: string): boolean {
  const bytes = encoder.encode(text)
  return test(bytes, 0, bytes.length) === 0
}

function yesAndNo({ field, type }: CompiledField): string[] | undefined {
  const { trueValues, falseValues } = field.options
  const words = [trueValues, falseValues, YES_NO].flat().map(String)
  const yes = words.find((text) => type.read(text) === true)
  const no = words.find((text) => type.read(text) === false)
  return yes === undefined || no === undefined ? undefined : [yes, no]
}

/** By number, from 1: those that the checks of the schema refuse. */
async function wrongCells(schema: LoadedSchema, columns: readonly ExampleColumn[]): Promise<ReadonlySet<number>> {
  const bytes = encoder.encode(
    csvLine(
      columns.map(({ compiled }) => compiled.field.name),
      ',',
    ) +
      csvLine(
        columns.map(({ example }) => example),
        ',',
      ),
  )
  const source: Source = {
    name: 'example.csv',
    async *open() {
      yield bytes.slice()
    },
  }
  const format = { delimiter: ',', quote: '"', encoding: 'utf-8' }
  const { diagnostics } = await validate(source, { schema, platform: nodePlatform, format, headerRow: 1 })
  return new Set(
    diagnostics.flatMap(({ severity, row, column }) => (severity === 'error' && row === 2 && column !== undefined ? column : [])),
  )
}
