// scdl schemas lint
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkAliases } from '../../../checks/aliases.js'
import { cellChecks } from '../../../checks/cell/index.js'
import { rowChecks } from '../../../checks/row/index.js'
import type { Severity } from '../../../core/diagnostic.js'
import { ScdlError } from '../../../core/error.js'
import { fieldTypes } from '../../../fieldTypes/index.js'
import type { SchemaWords } from '../../../messages/index.js'
import { visible } from '../../../messages/visible.js'
import type { ResolvedSchema } from '../../../node/resolvedSchema.js'
import { resolveSchema } from '../../../node/resolveSchema.js'
import { readSchemaReference } from '../../../node/schemaReference.js'
import { type LintFinding, type LintRule, lintRules, pointerOf } from '../../../schema/lint/finding.js'
import { type JsonPlaces, jsonPlaces } from '../../../schema/lint/jsonPlaces.js'
import { lintDescriptor } from '../../../schema/lint/lintDescriptor.js'
import type { SchemaKind } from '../../../schema/schemaKind.js'
import type { PackageFinding } from './lintPackage.js'
import type { Page } from './page.js'

const known = { types: fieldTypes, cellChecks, rowChecks, checkAliases }
const MARGIN = '    '

type Placed = PackageFinding & { line?: number }

/** 0: no error; 1: errors, or warnings where `--fail-on warning` says so. */
export async function lintSchema(page: Page): Promise<number> {
  const { args, shown, flags, words } = page
  const ref = args[0] ?? ''
  if (flags.failOn !== undefined && flags.failOn !== 'warning') {
    throw new ScdlError('bad-option-value', { option: '--fail-on', value: flags.failOn, known: ['warning'] })
  }
  const findings = await lint(ref, page)
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  const fails = counts.error > 0 || (flags.failOn === 'warning' && counts.warning > 0)
  if (flags.json) {
    const told = findings.map(({ rule, details, ...place }) => ({ rule, ...place, message: words.lint.rules[rule](details), details }))
    await page.writeJson({ path: shown, valid: counts.error === 0, counts, findings: told })
  } else {
    const told = flags.quiet ? findings.filter(({ severity }) => severity === 'error') : findings
    await page.write([...groupLines(told, page), ...page.wrap(words.lint.verdict(shown, counts))])
  }
  return fails ? 1 : 0
}

async function lint(ref: string, page: Page): Promise<Placed[]> {
  const { registry } = page
  const reference = readSchemaReference(ref)
  const path = reference.kind === 'path' || existsSync(ref) ? ref : undefined
  try {
    const kinds: SchemaKind[] = ['tableschema', 'datapackage']
    const resolved = await resolveSchema(path === undefined || reference.kind === 'path' ? ref : `./${ref}`, { registry, kinds })
    const findings = await lintResolved(resolved, path, page)
    return path === undefined ? findings : [...placed(findings, jsonPlaces(readText(path))), ...absentFiles(path)]
  } catch (error) {
    if (!(error instanceof ScdlError) || error.code !== 'schema-not-json') throw error
    const line = Number(error.details.line)
    return [{ ...finding('not-json', [], { line }), line }]
  }
}

async function lintResolved(resolved: ResolvedSchema, path: string | undefined, page: Page): Promise<PackageFinding[]> {
  if (resolved.kind !== 'datapackage') return lintDescriptor(resolved.descriptor, known)
  const { lintWholePackage } = await import('./lintPackage.js')
  return lintWholePackage(resolved, path, page, known)
}

const readText = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '')

const finding = (rule: LintRule, path: readonly (string | number)[], details: LintFinding['details']): LintFinding => ({
  rule,
  severity: lintRules[rule],
  pointer: pointerOf(path),
  details,
})

/** With their lines; keys that are there twice are seen in the text only. */
function placed(findings: readonly PackageFinding[], { lines, duplicates }: JsonPlaces): Placed[] {
  return [
    ...duplicates.map(({ path, key, line }): Placed => ({ ...finding('duplicate-key', path, { key }), line })),
    ...findings.map((found): Placed => {
      const line = lines.get(found.pointer)
      return line === undefined || found.pointer === '' || found.place !== undefined ? found : { ...found, line }
    }),
  ]
}

/** In a repository that the registry would read. */
function absentFiles(path: string): Placed[] {
  const folder = dirname(path)
  if (basename(path) !== 'schema.json' || !existsSync(join(folder, '.git'))) return []
  return existsSync(join(folder, 'README.md')) ? [] : [finding('missing-file', [], { file: 'README.md' })]
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** What is to be said of several places is said once; the gravest first. */
function groupLines(findings: readonly Placed[], { words, style, wrap }: Page): string[] {
  const groups = new Map<string, Placed[]>()
  for (const severity of SEVERITIES) {
    for (const found of findings.filter((one) => one.severity === severity)) {
      const message = words.lint.rules[found.rule](found.details)
      groups.set(message, [...(groups.get(message) ?? []), found])
    }
  }
  const paint = { error: style.red, warning: style.yellow, info: style.dim }
  return [...groups].flatMap(([message, [first, ...others]]) => {
    if (first === undefined) return []
    const places = [first, ...others].map((found) => placeWords(found, words)).filter((place) => place !== '')
    const [head = '', ...rest] = wrap(`${words.lint.severity(first.severity)} : ${message}`)
    return [paint[first.severity](head), ...rest.map((line) => paint[first.severity](line)), ...places.map((place) => MARGIN + place), '']
  })
}

const placeWords = ({ line, pointer, place = '' }: Placed, { lint: { line: lineWords } }: SchemaWords): string =>
  [visible(place), line === undefined ? '' : lineWords(line), visible(pointer)].filter((part) => part !== '').join('  ')
