// What lint says of a descriptor: a rule, a place, what the sentence needs. Sentences are in messages/.
import type { Details, Severity } from '../../core/diagnostic.js'

/** error: Table Schema or Validata refuses it. warning: it does not do what it seems to, or the registry asks for more. info: advice. */
export const lintRules = {
  /** line */
  'not-json': 'error',
  'not-an-object': 'error',
  'no-fields': 'error',
  /** key */
  'duplicate-key': 'warning',
  /** property, nearest */
  'misspelt-property': 'warning',
  /** property: a constraint beside `type`, where it has no effect */
  'misplaced-constraint': 'warning',
  /** property: a word of another vocabulary, which has no effect */
  'useless-property': 'warning',
  /** property, value */
  'property-value': 'error',
  'field-not-an-object': 'error',
  'field-name-missing': 'error',
  /** name */
  'field-name-duplicate': 'error',
  'field-name-spaces': 'warning',
  /** type, known: string[], nearest? */
  'unknown-type': 'error',
  /** format, type */
  'unknown-format': 'warning',
  /** constraint, type */
  'unsupported-constraint': 'error',
  /** constraint */
  'unknown-constraint': 'warning',
  /** constraint, value */
  'constraint-value': 'error',
  /** constraint, value, type: a bound that is no value of the type, so that nothing is compared with it */
  'bound-value': 'warning',
  /** low, high: the names of two bounds that nothing is between */
  'empty-range': 'error',
  /** value */
  'enum-value': 'warning',
  'enum-duplicate': 'warning',
  'enum-spaces': 'warning',
  /** value: among the true and the false words */
  'boolean-words': 'warning',
  /** pattern, reason: see `PatternReason` */
  pattern: 'error',
  /** pattern: what is between the outer `|` is not held together */
  'pattern-alternatives': 'warning',
  'slow-pattern': 'warning',
  /** example: it breaks the field's own rules */
  example: 'error',
  /** The same of `examples`, which Validata does not read. */
  examples: 'warning',
  /** example, check */
  'example-check': 'warning',
  /** key: 'primaryKey' | 'uniqueKeys' | 'foreignKeys', name: of no field */
  'key-field': 'error',
  /** key, value */
  'key-value': 'error',
  /** name: of no table of the data package */
  'key-resource': 'error',
  /** name: of no field of the table `resource` */
  'key-reference': 'error',
  /** Of a data package. */
  'no-resources': 'error',
  'resource-not-an-object': 'error',
  'resource-name-missing': 'warning',
  /** name */
  'resource-name-duplicate': 'error',
  'resource-path-missing': 'warning',
  /** file: it is not there */
  'resource-file': 'warning',
  'resource-schema-missing': 'warning',
  /** place, reason: a whole sentence */
  'resource-schema': 'error',
  /** fields, referenced: how many there are of each */
  'foreign-key-length': 'error',
  /** check, nearest? */
  'unknown-check': 'error',
  /** check, parameter, value? */
  'check-parameter': 'error',
  /** property: of version 2 of Table Schema, which Validata does not apply */
  'not-applied': 'info',
  /** property */
  'missing-property': 'warning',
  /** property: the registry shows it where there is one */
  'encouraged-property': 'info',
  /** name */
  'name-form': 'warning',
  /** version */
  'version-form': 'warning',
  /** version: of the schema, found: another one, in `text` */
  'version-mismatch': 'warning',
  /** property, value */
  'address-form': 'warning',
  'date-form': 'warning',
  'email-form': 'warning',
  /** property: what a contributor lacks */
  contributor: 'warning',
  /** file: absent beside the schema */
  'missing-file': 'warning',
  /** The registry's documentation is made of them. */
  'field-description': 'info',
  'field-example': 'info',
} as const satisfies Record<string, Severity>

export type LintRule = keyof typeof lintRules

export interface LintFinding {
  rule: LintRule
  severity: Severity
  /** JSON Pointer, https://www.rfc-editor.org/rfc/rfc6901; the empty text is the whole descriptor. */
  pointer: string
  details: Details
}

/** `path`: the keys and indices that lead to the place. */
export type SayLint = (rule: LintRule, path: readonly (string | number)[], details?: Details) => void

export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
