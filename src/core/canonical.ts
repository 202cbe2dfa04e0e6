// How the accepted cells of a field are written: the form of its type, then of each of its checks.
import { ALIKE } from './alike.js'
import type { CompiledCellCheck } from './check.js'
import type { CompiledField } from './compileField.js'
import { asWritten, type CellTest } from './fieldType.js'
import { VerdictCache } from './verdictCache.js'

export interface CanonicalForm {
  /** Hot, on accepted cells: true where the text is already in its form. undefined: it always is. */
  isCanonical: ((bytes: Uint8Array, start: number, end: number) => boolean) | undefined
  /** Cold: the form of an accepted text, itself accepted. Empty for a missing value where the empty text is one. */
  write(text: string): string
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** `accepts`: the whole test of the column. A form that it refuses is not used. `columns`: of the table. */
export function compileCanonical(
  compiled: CompiledField,
  checks: readonly CompiledCellCheck[],
  accepts: CellTest,
  columns: number,
): CanonicalForm {
  const { type, field, isMissing } = compiled
  const emptyIsMissing = field.missingValues.includes('')
  const hasWords = field.missingValues.some((word) => word !== '')
  const steps = [type, ...checks].flatMap(({ canonical }) => (canonical === undefined || canonical === asWritten ? [] : [canonical]))

  const write = (text: string): string => {
    const bytes = encoder.encode(text)
    if (isMissing(bytes, 0, bytes.length)) return emptyIsMissing ? '' : text
    const written = steps.reduce((form, step) => step(form), text)
    if (written === text) return text
    const outcome = encoder.encode(written)
    const isValue = outcome.length > 0 && !isMissing(outcome, 0, outcome.length)
    return isValue && accepts(outcome, 0, outcome.length) === 0 ? written : text
  }
  if (steps.length === 0 && !hasWords) return { isCanonical: undefined, write }

  const fast = fastTest(compiled, checks) ?? remembered(write, columns)
  if (!hasWords) return { isCanonical: fast, write }
  return { isCanonical: (bytes, start, end) => !isMissing(bytes, start, end) && fast(bytes, start, end), write }
}

type Test = (bytes: Uint8Array, start: number, end: number) => boolean

/** undefined: a step cannot tell from bytes. */
function fastTest({ type }: CompiledField, checks: readonly CompiledCellCheck[]): Test | undefined {
  const tests: Test[] = []
  for (const { canonical, isCanonical } of [type, ...checks]) {
    if (canonical === undefined || canonical === asWritten) continue
    if (isCanonical === undefined) return undefined
    tests.push(isCanonical)
  }
  const [only] = tests
  return tests.length === 1 ? only : (bytes, start, end) => tests.every((test) => test(bytes, start, end))
}

const CANONICAL = 1
const OTHER = 0

/** Asks the form itself, and remembers what it said of the last short texts. */
function remembered(write: (text: string) => string, columns: number): Test {
  const cache = new VerdictCache(columns)
  return (bytes, start, end) => {
    const known = cache.find(bytes, start, end)
    if (known >= 0) return known === CANONICAL
    const text = decoder.decode(bytes.subarray(start, end))
    const verdict = write(text) === text ? CANONICAL : OTHER
    cache.keep(0, verdict, ALIKE.exact)
    return verdict === CANONICAL
  }
}
