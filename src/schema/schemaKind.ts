// What a descriptor describes, by what stands in it.
import { isDescriptor, isText } from './descriptor.js'

/** The kinds that scdl can check data with, in the registry's words. */
export type SchemaKind = 'tableschema' | 'jsonschema' | 'datapackage'

/** Words of JSON Schema that a Table Schema does not have at its top. https://json-schema.org/draft/2020-12/vocab/applicator */
const WORDS = ['properties', 'items', '$ref', 'allOf', 'anyOf', 'oneOf', '$defs', 'definitions', 'patternProperties', 'required'] as const

/** A list of `fields` is a table's, whatever else it has: examples are `resources` too; what says nothing of itself is taken for a table, whose reader says what it lacks. */
export function schemaKindOf(descriptor: unknown): SchemaKind {
  if (!isDescriptor(descriptor) || Array.isArray(descriptor.fields)) return 'tableschema'
  if (Array.isArray(descriptor.resources) && descriptor.properties === undefined) return 'datapackage'
  const draft = descriptor.$schema
  return (isText(draft) && /json-schema\.org/.test(draft)) || WORDS.some((word) => descriptor[word] !== undefined)
    ? 'jsonschema'
    : 'tableschema'
}
