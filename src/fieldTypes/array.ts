// JSON arrays, and what frictionless adds to them: `arrayItem`, the type and the constraints of every item.
import type { CellTest, FieldType } from '../core/fieldType.js'
import { compileArrayItem, readArrayItem } from './arrayItem.js'
import { itemTypes } from './itemTypes.js'
import { firstItem, jsonArray, nextItem } from './jsonArray.js'
import { skipJsonValue } from './jsonScan.js'

export const array: FieldType<unknown[]> = {
  constraints: jsonArray.constraints,
  async prepare(field) {
    const item = readArrayItem(field)?.field
    await Promise.all([jsonArray.prepare?.(field), item && itemTypes[item.type].prepare?.(item)])
  },
  compile(field) {
    const plain = jsonArray.compile(field)
    const declared = readArrayItem(field)
    if (declared === undefined) return plain
    const { test, ignored } = compileArrayItem(declared)
    const own = plain.faults
    const faults: CellTest = (bytes, start, end) => {
      let found = own === undefined ? 0 : own(bytes, start, end)
      for (let at = firstItem(bytes, start, end); at >= 0; ) {
        const after = skipJsonValue(bytes, at, end, 1)
        found |= test(bytes, at, after)
        at = nextItem(bytes, after, end)
      }
      return found
    }
    return { ...plain, faults, ignored: [...(plain.ignored ?? []), ...ignored] }
  },
}
