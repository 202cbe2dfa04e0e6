// Descriptors out of the registries, and honest ones damaged: schemas are written by strangers too.
import { checkAliases } from '../../src/checks/aliases.js'
import { cellChecks } from '../../src/checks/cell/index.js'
import { rowChecks } from '../../src/checks/row/index.js'
import { CONSTRAINTS } from '../../src/core/schema.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'
import type { Chance } from './chance.js'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const TYPES = Object.keys(fieldTypes)
const CHECKS = [...Object.keys(cellChecks), ...Object.keys(rowChecks), ...Object.keys(checkAliases)]
const FORMATS = [
  'default',
  'any',
  'email',
  'uri',
  'uuid',
  'binary',
  '%Y-%m-%d',
  '%d/%m/%Y',
  'fmt:%d/%m/%y',
  '%H:%M',
  '%Q',
  'array',
  'object',
  'topojson',
  '',
]
const PATTERNS = [
  '^\\d{14}$',
  '[0-9]{5}',
  '^W\\d{9}$',
  'a|b',
  '^(a+)+$',
  '(.*a){12}',
  '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$',
  '\\p{L}+',
  '(?i)oui',
  '[',
  '(?<=a)b',
  '^.{0,500}$',
  '(\\w+)\\s\\1',
  '',
]
const VALUES: readonly Json[] = [
  '',
  '0',
  '1',
  0,
  1,
  -1,
  12,
  1e9,
  '2024-01-01',
  '2020',
  'oui',
  'true',
  true,
  false,
  null,
  'Brest',
  [1, 2],
  { a: 1 },
  '1,5',
  0.1,
  'x'.repeat(300),
]
const OPTIONS: readonly (readonly [string, readonly Json[]])[] = [
  ['decimalChar', [',', '.', '', 'x', 3]],
  ['groupChar', [' ', ',', '.', '\u00a0', '']],
  ['bareNumber', [true, false, 'non']],
  ['trueValues', [['oui'], ['VRAI', '1'], [], 'oui']],
  ['falseValues', [['non'], ['0'], []]],
  ['missingValues', [[''], ['', 'NA', '-'], [], ['x'], [{ value: 'NC', label: 'non connu' }], 'NA']],
  ['example', VALUES],
  ['title', ['Un titre', '\x1b[31m', 3]],
  ['arrayItem', [{ type: 'integer' }, { type: 'inconnu' }, 3]],
  ['itemType', ['integer', 'date', 'inconnu']],
  ['delimiter', [';', ',', '']],
  ['categories', [['a', 'b'], [{ value: 1, label: 'un' }]]],
]

/** Over these labels, mostly: a schema that names none of the columns checks nothing. */
export function randomDescriptor(chance: Chance, labels: readonly string[]): Json {
  const names = [...new Set(labels.map((label) => label.trim()).filter((label) => label !== ''))].filter(() => chance.happens(0.9))
  if (names.length === 0 || chance.happens(0.3)) names.push(chance.pick(['autre', 'Nom', 'prix ht', 'é', '__proto__']))
  const one = (): string => chance.pick(names)
  return {
    ...(chance.happens(0.2) ? { missingValues: chance.pick<Json>([[''], ['NA', ''], [], ['-']]) } : {}),
    fields: names.map((name) => randomField(chance, name)),
    ...(chance.happens(0.3) ? { primaryKey: chance.happens(0.5) ? one() : chance.some(names, 3) } : {}),
    ...(chance.happens(0.15) ? { uniqueKeys: [chance.some(names, 3)] } : {}),
    ...(chance.happens(0.15) ? { foreignKeys: [{ fields: one(), reference: { resource: '', fields: one() } }] } : {}),
    ...(chance.happens(0.1) ? { fieldsMatch: chance.pick(['exact', 'equal', 'subset', 'superset', 'partial']) } : {}),
    ...(chance.happens(0.5) ? { custom_checks: Array.from({ length: chance.few(6) }, () => randomCheck(chance, one)) } : {}),
  }
}

function randomField(chance: Chance, name: string): Json {
  const constraints: Record<string, Json> = {}
  if (chance.happens(0.25)) constraints.required = true
  if (chance.happens(0.15)) constraints.unique = true
  for (const constraint of CONSTRAINTS) if (chance.happens(0.12)) constraints[constraint] = randomConstraint(chance, constraint)
  const options = chance.happens(0.4) ? chance.some(OPTIONS, 3).map(([key, values]) => [key, chance.pick(values)] as const) : []
  return {
    name,
    type: chance.happens(0.03) ? 'inconnu' : chance.pick(TYPES),
    ...(chance.happens(0.4) ? { format: chance.pick(FORMATS) } : {}),
    ...Object.fromEntries(options),
    constraints,
  }
}

function randomConstraint(chance: Chance, name: string): Json {
  if (name === 'pattern') return chance.pick(PATTERNS)
  if (name === 'enum') return chance.happens(0.9) ? chance.some(VALUES, 6) : chance.pick(VALUES)
  if (name === 'jsonSchema')
    return chance.pick<Json>([{ type: 'object' }, { type: 'array', items: { type: 'number' } }, { $ref: '#' }, {}, 3])
  return chance.pick(VALUES)
}

function randomCheck(chance: Chance, one: () => string): Json {
  const params: Record<string, Json> = { column: one() }
  const others: Record<string, Json> = {
    columns: [one(), one()],
    othercolumns: [one(), 'absente'],
    column1: one(),
    column2: one(),
    op: chance.pick(['>', '>=', '==', '<=', '<', '=', '!']),
    'allow-year-only': chance.pick<Json>([true, 'oui', 0]),
  }
  for (const [key, value] of Object.entries(others)) if (chance.happens(0.7)) params[key] = value
  if (chance.happens(0.1)) delete params.column
  return { name: chance.happens(0.95) ? chance.pick(CHECKS) : 'controle-inconnu', params }
}

/** One to a few of its parts lost, doubled, or put in the place of something else. */
export function damageDescriptor(descriptor: unknown, chance: Chance): Json {
  const damaged = structuredClone(descriptor) as Json
  for (let i = chance.few(5); i > 0; i--) damageOne(damaged, chance)
  return chance.happens(0.02) ? chance.pick(VALUES) : damaged
}

function damageOne(from: Json, chance: Chance): void {
  let part = from
  for (let depth = chance.few(8); depth > 0; depth--) {
    const inner = Object.values(part ?? {}).filter((value) => typeof value === 'object' && value !== null)
    if (inner.length === 0) break
    part = chance.pick(inner)
  }
  if (typeof part !== 'object' || part === null) return
  const keys = Object.keys(part)
  if (keys.length === 0) return
  const key = chance.pick(keys)
  if (Array.isArray(part)) {
    const index = Number(key)
    const kind = chance.below(3)
    if (kind === 0) part.splice(index, 1)
    else if (kind === 1) part.push(structuredClone(part[index] ?? null))
    else part[index] = chance.pick(VALUES)
    return
  }
  const kind = chance.below(6)
  if (kind < 2) delete part[key]
  else if (kind === 2) part[`${key}s`] = part[key] ?? null
  else if (kind === 3) part[key] = [part[key] ?? null]
  else part[key] = chance.pick(key === 'type' ? TYPES : key === 'pattern' ? PATTERNS : VALUES)
}
