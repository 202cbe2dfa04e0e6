// The registry of field types: the key is the word that a schema uses.
import type { FieldType } from '../core/fieldType.js'
import { array } from './array.js'
import { itemTypes } from './itemTypes.js'
import { list } from './list.js'

export const fieldTypes = { ...itemTypes, array, list } as const satisfies Record<string, FieldType>
