// A suggestion, put in place of its cell, passes the cell's own tests: asked of `validate` itself, on a table of suggestions.
import { cellChecks } from '../../src/checks/cell/index.js'
import { DEFAULT_LIMITS, type LoadedSchema, type TableReport, validate } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'

const ENOUGH = 500
const CELL_CHECKS = new Set([
  ...Object.keys(cellChecks).map((name) => `row/${name}`),
  ...Object.values(cellChecks).flatMap(({ codes = {} }) => Object.values(codes)),
])

/** Gives back the suggestions that do not. */
export async function brokenSuggestions(report: TableReport, schema: LoadedSchema): Promise<string[]> {
  const byField = new Map<string, Set<string>>()
  const keep = (field: string | undefined, suggestion: string | undefined): void => {
    if (field === undefined || suggestion === undefined) return
    const known = byField.get(field) ?? new Set()
    if (known.size < ENOUGH) known.add(suggestion)
    byField.set(field, known)
  }
  for (const { field, suggestion } of [...report.diagnostics, ...(report.afterRenaming?.diagnostics ?? [])]) keep(field, suggestion)
  for (const { field, groups = [] } of report.columns) {
    for (const { examples, values = [] } of groups) for (const { suggestion } of [...examples, ...values]) keep(field, suggestion)
  }
  const broken: string[] = []
  for (const [field, suggestions] of byField) broken.push(...(await refused(field, [...suggestions], schema)))
  return broken
}

const write = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

async function refused(field: string, suggestions: readonly string[], schema: LoadedSchema): Promise<string[]> {
  // The second column keeps rows from being blank.
  const csv = [field, ...suggestions].map((cell) => `${write(cell)},x\n`).join('')
  const forced = { encoding: 'utf-8', delimiter: ',', quote: '"' }
  const limits = DEFAULT_LIMITS
  const report = await validate(memorySource(csv), { schema, format: { ...forced, limits }, headerRow: 1, maxDiagnostics: 0 })
  if (report.columns[0]?.field !== field) return []
  return report.diagnostics
    .filter(({ code, column }) => column === 1 && code !== 'cell/unique' && (code.startsWith('cell/') || CELL_CHECKS.has(code)))
    .map(({ code, cell }) => `a suggestion passes its cell's tests [${JSON.stringify([field, cell, code])}]`)
}
