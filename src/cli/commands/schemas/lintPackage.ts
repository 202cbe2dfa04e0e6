// scdl schemas lint, for a data package: itself, then each of the schemas that it has or refers to.
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { ScdlError } from '../../../core/error.js'
import type { ResolvedSchema } from '../../../node/resolvedSchema.js'
import { placeWithin, schemaFinder } from '../../../node/resolvePackage.js'
import { type Descriptor, isDescriptor, isText } from '../../../schema/descriptor.js'
import { type LintFinding, lintRules, pointerOf } from '../../../schema/lint/finding.js'
import { lintDescriptor } from '../../../schema/lint/lintDescriptor.js'
import { lintPackage } from '../../../schema/lint/lintPackage.js'
import { type Resource, readPackage } from '../../../schema/readPackage.js'
import type { KnownWords } from '../../../schema/readSchema.js'
import type { Page } from './page.js'

/** `place`: of another document, as the package writes it. */
export type PackageFinding = LintFinding & { place?: string }

/** What the registry asks of a schema that is a document of its own. */
const OF_A_DOCUMENT: readonly LintFinding['rule'][] = ['missing-property', 'encouraged-property']

/** `path`: of the package, where it is a file. */
export async function lintWholePackage(
  resolved: ResolvedSchema,
  path: string | undefined,
  page: Page,
  known: KnownWords,
): Promise<PackageFinding[]> {
  const { descriptor } = resolved
  const written = isDescriptor(descriptor) && Array.isArray(descriptor.resources) ? descriptor.resources : []
  if (written.length === 0) return lintPackage(descriptor, [])
  const findings: PackageFinding[] = []
  const schemas: (Descriptor | undefined)[] = []
  const { resources } = readPackage(descriptor)
  const at = await schemaFinder(resolved, page.registry)
  for (const [index, item] of written.entries()) {
    const resource = isDescriptor(item) ? resources[written.slice(0, index).filter(isDescriptor).length] : undefined
    const pointer = ['resources', index, 'schema']
    const { schema } = resource ?? {}
    schemas.push(isDescriptor(schema) ? schema : undefined)
    if (isDescriptor(schema)) {
      const own = (await lintDescriptor(schema, known)).filter(({ rule }) => !OF_A_DOCUMENT.includes(rule))
      findings.push(...own.map((found) => ({ ...found, pointer: pointerOf(pointer) + found.pointer })))
    } else if (isText(schema) && resource !== undefined) {
      const other = await read(schema, resource, at, page)
      if ('reason' in other) findings.push(finding('resource-schema', pointer, { place: schema, reason: other.reason }))
      else {
        schemas[index] = isDescriptor(other.descriptor) ? other.descriptor : undefined
        for (const found of await lintDescriptor(other.descriptor, known)) findings.push({ ...found, place: schema })
      }
    }
    if (path !== undefined && resource !== undefined) findings.push(...absentFiles(resource, path, index))
  }
  return [...lintPackage(descriptor, schemas), ...findings]
}

async function read(
  place: string,
  resource: Resource,
  at: Awaited<ReturnType<typeof schemaFinder>>,
  { messages }: Page,
): Promise<{ descriptor: unknown } | { reason: string }> {
  try {
    return await at(place, resource)
  } catch (error) {
    if (error instanceof ScdlError) return { reason: messages.requests[error.code](error.details) }
    throw error
  }
}

const finding = (rule: LintFinding['rule'], path: readonly (string | number)[], details: LintFinding['details']): LintFinding => ({
  rule,
  severity: lintRules[rule],
  pointer: pointerOf(path),
  details,
})

function absentFiles({ paths }: Resource, path: string, index: number): LintFinding[] {
  return paths.flatMap((place) => {
    const file = placeWithin(dirname(path), place)
    return file === undefined || existsSync(file) ? [] : [finding('resource-file', ['resources', index, 'path'], { file: place })]
  })
}
