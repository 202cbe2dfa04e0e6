import type { CellCheck, RowCheck } from '../../src/core/check.js'
import type { FieldType } from '../../src/core/fieldType.js'
import type { ConstraintName } from '../../src/core/schema.js'
import type { KnownWords } from '../../src/schema/readSchema.js'

const typeWith = (...constraints: ConstraintName[]): FieldType => ({
  constraints: ['required', 'enum', ...constraints],
  compile: () => ({ test: () => 0, read: (text) => text, canonical: (text) => text }),
})
const cellCheck: CellCheck = { type: 'cell-check', compile: () => ({ test: () => 0 }) }
const rowCheck = (...names: string[]): RowCheck => ({
  type: 'row-check',
  fields: (params) => {
    const fields = names.flatMap((name) => params[name])
    return fields.every((field) => typeof field === 'string') ? fields : undefined
  },
  compile: () => ({}),
})

/** Registries of their own: reading a descriptor depends on the words of the registries only. */
export const knownWords: KnownWords = {
  types: {
    string: typeWith('minLength', 'maxLength', 'pattern'),
    number: typeWith('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'),
    integer: typeWith('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'),
    date: typeWith('minimum', 'maximum'),
    year: typeWith('minimum', 'maximum'),
    yearmonth: typeWith('minimum', 'maximum'),
    time: typeWith('minimum', 'maximum'),
    datetime: typeWith('minimum', 'maximum'),
    object: typeWith('jsonSchema', 'minLength', 'maxLength'),
    array: typeWith('jsonSchema', 'minLength', 'maxLength'),
    ...Object.fromEntries(['boolean', 'duration', 'geopoint', 'geojson', 'any'].map((name) => [name, typeWith()])),
  },
  cellChecks: Object.fromEntries(
    ['french-siret-value', 'french-siren-value', 'nomenclature-actes-value', 'opening-hours-value', 'phone-number-value']
      .concat('year-interval-value', 'french-gps-coordinates')
      .map((name) => [name, cellCheck]),
  ),
  rowChecks: {
    'cohesive-columns-value': rowCheck('column', 'othercolumns'),
    'compare-columns-value': rowCheck('column', 'column2'),
    'sum-columns-value': rowCheck('column', 'columns'),
    'one-of-required': rowCheck('column1', 'column2'),
  },
  checkAliases: { siret: 'french-siret-value' },
}
