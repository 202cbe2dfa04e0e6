// A Data Package judged for its author: its tables have names, places and schemas, and refer to one another as they say.
import { type Descriptor, isAbsent, isDescriptor, isText, readNames } from '../descriptor.js'
import { type LintFinding, lintRules, pointerOf, type SayLint } from './finding.js'

/** `schemas`: of each resource, the schema that it has or that stands where it says; undefined: none that could be read. */
export function lintPackage(descriptor: unknown, schemas: readonly (Descriptor | undefined)[]): LintFinding[] {
  const findings: LintFinding[] = []
  const say: SayLint = (rule, path, details = {}) => findings.push({ rule, severity: lintRules[rule], pointer: pointerOf(path), details })
  if (!isDescriptor(descriptor) || !Array.isArray(descriptor.resources) || descriptor.resources.length === 0) {
    say('no-resources', [])
    return findings
  }
  for (const property of ['name', 'title', 'description'] as const) {
    if (!isText(descriptor[property])) say('missing-property', [], { property })
  }
  const resources: readonly unknown[] = descriptor.resources
  const names = resources.map((resource) => (isDescriptor(resource) && isText(resource.name) ? resource.name : undefined))
  for (const [at, resource] of resources.entries()) {
    const path = ['resources', at]
    if (isDescriptor(resource)) lintResource(resource, path, names.indexOf(names[at]) < at, say)
    else say('resource-not-an-object', path)
    lintReferences(schemas[at], isDescriptor(resource) && isDescriptor(resource.schema) ? [...path, 'schema'] : path, {
      names,
      schemas,
      say,
    })
  }
  return findings
}

function lintResource(resource: Descriptor, path: readonly (string | number)[], isRepeated: boolean, say: SayLint): void {
  const { name, schema } = resource
  if (!isText(name) || name.trim() === '') say('resource-name-missing', path)
  else if (isRepeated) say('resource-name-duplicate', [...path, 'name'], { name })
  else if (!/^[a-z0-9._-]+$/.test(name)) say('name-form', [...path, 'name'], { name })
  if (isAbsent(resource.path) && isAbsent(resource.data)) say('resource-path-missing', path)
  if (isAbsent(schema)) say('resource-schema-missing', path)
  if (!isAbsent(resource.foreignKeys)) say('useless-property', [...path, 'foreignKeys'], { property: 'foreignKeys' })
}

interface Tables {
  names: readonly (string | undefined)[]
  schemas: readonly (Descriptor | undefined)[]
  say: SayLint
}

/** Foreign keys into other tables: the table is there, and has the fields. */
function lintReferences(schema: Descriptor | undefined, path: readonly (string | number)[], { names, schemas, say }: Tables): void {
  const keys: readonly unknown[] = Array.isArray(schema?.foreignKeys) ? schema.foreignKeys : []
  for (const [at, key] of keys.entries()) {
    const reference = isDescriptor(key) ? key.reference : undefined
    if (!isDescriptor(reference) || !isText(reference.resource) || reference.resource === '' || reference.resource === 'self') continue
    const { resource } = reference
    const place = [...path, 'foreignKeys', at]
    if (!names.includes(resource)) {
      say('key-resource', place, { name: resource })
      continue
    }
    const fields = schemas[names.indexOf(resource)]?.fields
    if (!Array.isArray(fields)) continue
    const known = new Set(fields.map((field: unknown) => (isDescriptor(field) ? field.name : undefined)))
    for (const name of readNames(reference.fields) ?? []) if (!known.has(name)) say('key-reference', place, { name, resource })
  }
}
