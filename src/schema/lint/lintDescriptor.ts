// A descriptor judged for its author: Table Schema, Validata's checks, the registry's rules of admission, and what real ones get wrong.
import type { Schema } from '../../core/schema.js'
import { isAbsent, isDescriptor } from '../descriptor.js'
import type { KnownWords } from '../readSchema.js'
import { type LintFinding, lintRules, pointerOf, type SayLint } from './finding.js'
import { lintAdmission } from './lintAdmission.js'
import { lintChecks } from './lintChecks.js'
import { lintFields } from './lintFields.js'
import { lintKeys } from './lintKeys.js'
import { lintProperties } from './lintProperties.js'
import { lintVersions } from './lintVersions.js'

/** In the order of the descriptor as far as rules allow: the whole, its fields, its keys, its checks, the registry. */
export async function lintDescriptor(descriptor: unknown, known: KnownWords): Promise<LintFinding[]> {
  const findings: LintFinding[] = []
  const say: SayLint = (rule, path, details = {}) => findings.push({ rule, severity: lintRules[rule], pointer: pointerOf(path), details })
  if (!isDescriptor(descriptor)) {
    say('not-an-object', [])
    return findings
  }
  if (!Array.isArray(descriptor.fields) || descriptor.fields.length === 0) {
    // Another kind of document: the rest would be about what it is not.
    say('no-fields', isAbsent(descriptor.fields) ? [] : ['fields'])
    return findings
  }
  lintProperties(descriptor, say)
  const fields: Schema['fields'] = await lintFields(descriptor.fields, descriptor.missingValues, known, say)
  lintKeys(descriptor, new Set(fields.map(({ name }) => name)), say)
  await lintChecks(descriptor.custom_checks, fields, known, say)
  lintAdmission(descriptor, say)
  lintVersions(descriptor, say)
  return findings
}
