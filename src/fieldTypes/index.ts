// The registry of field types: the key is the word that a schema uses.
import type { FieldType } from '../core/fieldType.js'
import { any } from './any.js'
import { boolean } from './boolean.js'
import { date } from './date.js'
import { integer } from './integer.js'
import { number } from './number.js'
import { string } from './string.js'
import { year } from './year.js'

export const fieldTypes = { any, string, number, integer, boolean, date, year } as const satisfies Record<string, FieldType>
