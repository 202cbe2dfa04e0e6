// What can be wrong with a value of a JSON document, in the words of JSON Schema; `codes.ts` makes a code of each.

export const JSON_FAULTS = [
  'type',
  'required',
  'enum',
  'const',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'contains',
  'minProperties',
  'maxProperties',
  'additionalProperties',
  'additionalItems',
  'propertyNames',
  'dependencies',
  'anyOf',
  'oneOf',
  'not',
] as const

export type JsonFault = (typeof JSON_FAULTS)[number]
