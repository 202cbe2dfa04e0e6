// Text, in one of the formats of Table Schema. https://specs.frictionlessdata.io/table-schema/#string
import { INDIFFERENT } from '../core/alike.js'
import { acceptAnything, asWritten, type CellTest, type FieldType } from '../core/fieldType.js'
import { stringFormats } from './stringFormats.js'

const encoder = new TextEncoder()

export const string: FieldType<string> = {
  constraints: ['required', 'minLength', 'maxLength', 'pattern', 'enum'],
  categories: true,
  compile(field) {
    const known = field.format === 'default' || Object.hasOwn(stringFormats, field.format)
    const accepts = Object.hasOwn(stringFormats, field.format) ? stringFormats[field.format] : undefined
    const test: CellTest = accepts ? (bytes, start, end) => (accepts(bytes, start, end) ? 0 : 1) : acceptAnything
    return {
      test,
      size: countCharacters,
      alike: accepts === undefined ? INDIFFERENT.allFigures : INDIFFERENT.none,
      read(text) {
        const bytes = encoder.encode(text)
        return test(bytes, 0, bytes.length) === 0 ? text : undefined
      },
      canonical: asWritten,
      ...(!known && { ignored: ['format'] }),
    }
  },
}

/** Code points: every byte of UTF-8 begins one, except those that continue it. */
function countCharacters(bytes: Uint8Array, start: number, end: number): number {
  let characters = 0
  for (let i = start; i < end; i++) if ((bytes[i]! & 0xc0) !== 0x80) characters++
  return characters
}
