// Values separated by a delimiter, each in the default format of one type. https://datapackage.org/standard/table-schema/#list
import type { CompiledType, FieldType } from '../core/fieldType.js'
import type { Field } from '../core/schema.js'
import { boolean } from './boolean.js'
import { date } from './date.js'
import { datetime } from './datetime.js'
import { integer } from './integer.js'
import { number } from './number.js'
import { string } from './string.js'
import { time } from './time.js'

const ITEM_TYPES: Readonly<Record<string, FieldType>> = { string, integer, boolean, number, datetime, date, time }
const encoder = new TextEncoder()

export const list: FieldType<unknown[]> = {
  constraints: ['required', 'minLength', 'maxLength', 'enum'],
  compile(field) {
    const { item, delimiter, ignored } = readOptions(field)
    const mark = encoder.encode(delimiter)
    const { key } = item
    return {
      test(bytes, start, end) {
        for (;;) {
          const itemEnd = find(mark, bytes, start, end)
          if (item.test(bytes, start, itemEnd) !== 0) return 1
          if (itemEnd === end) return 0
          start = itemEnd + mark.length
        }
      },
      size(bytes, start, end) {
        let items = 1
        for (let at = find(mark, bytes, start, end); at < end; at = find(mark, bytes, at + mark.length, end)) items++
        return items
      },
      ...(key && {
        key(bytes, start, end, out) {
          let length = 0
          for (;;) {
            const itemEnd = find(mark, bytes, start, end)
            length += key(bytes, start, itemEnd, out.subarray(length))
            if (itemEnd === end) return length
            // no key of an item has a NUL
            out[length++] = 0
            start = itemEnd + mark.length
          }
        },
      }),
      read(text) {
        const items = text.split(delimiter).map((part) => item.read(part))
        return items.includes(undefined) ? undefined : items
      },
      canonical(text) {
        const parts = text.split(delimiter)
        const written = parts.map((part) => item.canonical(part)).join(delimiter)
        return written.split(delimiter).length === parts.length ? written : text
      },
      ...(ignored.length > 0 && { ignored }),
    }
  },
}

/** Where the delimiter next stands, `end` when it does not. */
function find(mark: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  const first = mark[0]!
  const last = end - mark.length
  for (let at = start; at <= last; at++) {
    if (bytes[at] !== first) continue
    let i = 1
    while (i < mark.length && bytes[at + i] === mark[i]) i++
    if (i === mark.length) return at
  }
  return end
}

function readOptions(field: Field): { item: CompiledType; delimiter: string; ignored: string[] } {
  const { delimiter = ',', itemType = 'string' } = field.options
  const ignored: string[] = []
  const delimiterKnown = typeof delimiter === 'string' && delimiter !== ''
  const type = typeof itemType === 'string' && Object.hasOwn(ITEM_TYPES, itemType) ? ITEM_TYPES[itemType] : undefined
  if (!delimiterKnown) ignored.push('delimiter')
  if (type === undefined) ignored.push('itemType')
  const item: Field = { name: field.name, type: 'item', format: 'default', constraints: {}, missingValues: [], options: {} }
  return { item: (type ?? string).compile(item), delimiter: delimiterKnown ? delimiter : ',', ignored }
}
