// Validata's recorded answers, kept in a folder beside the repository: tests that need it skip themselves where it is absent.
import { existsSync, readFileSync } from 'node:fs'
import { checkAliases } from '../../src/checks/aliases.js'
import { cellChecks } from '../../src/checks/cell/index.js'
import { rowChecks } from '../../src/checks/row/index.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'
import type { TableReport } from '../../src/index.js'

export const shared = new URL('../../../shared/', import.meta.url)
export const hasShared = existsSync(shared)
export const SKIP_NOTE = '(skipped where the folder shared is absent)'

export interface PublishedSchema {
  fields: { name?: string; type?: string }[]
  custom_checks?: { name: string }[]
}

/** What Validata says of a header without making it an error. */
const HEADER_WARNINGS: readonly string[] = ['header/missing-column', 'header/extra-column', 'header/order']

export const readShared = (path: string): Buffer => readFileSync(new URL(path, shared))

export function readJsonLines<T>(path: string): T[] {
  if (!hasShared) return []
  const lines = readShared(path).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T)
}

/** A schema counts as soon as the registries hold every type and check that it names: coverage grows by itself. */
export function isImplemented({ fields, custom_checks = [] }: PublishedSchema): boolean {
  const checks = custom_checks.map(({ name }) => checkAliases[name] ?? name)
  return (
    fields.every(({ type }) => Object.hasOwn(fieldTypes, type ?? 'string')) &&
    checks.every((name) => Object.hasOwn(cellChecks, name) || Object.hasOwn(rowChecks, name))
  )
}

export function errorsByType({ counts }: TableReport): Record<string, number> {
  const byType: Record<string, number> = {}
  for (const { severity, type, count } of counts) if (severity === 'error') byType[type] = (byType[type] ?? 0) + count
  return byType
}

export function headerWarnings({ counts }: TableReport): number {
  return counts.filter(({ code }) => HEADER_WARNINGS.includes(code)).reduce((total, { count }) => total + count, 0)
}

/** The same facts written in the same order compare as the same text. */
export const asText = (facts: Record<string, unknown>) => JSON.stringify(Object.fromEntries(Object.entries(facts).sort()))
