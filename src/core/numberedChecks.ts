// The cell checks of a column: a fault bit for each of their codes, and one test of them all after the field's.
import type { CompiledCellCheck } from './check.js'
import type { CompiledField } from './compileField.js'
import type { Code } from './diagnostic.js'
import { FIRST_CHECK_BIT, MAX_CHECK_CODES, TYPE_FAULT } from './faultBits.js'
import type { CellTest } from './fieldType.js'

export interface BoundCellCheck {
  code: Code
  check: CompiledCellCheck
  /** See `CellCheck`. */
  codes?: Readonly<Record<number, Code>>
}

/** A cell check with the fault bit of each of its codes. */
export interface NumberedCheck {
  check: CompiledCellCheck
  bits: readonly { bit: number; code: Code }[]
  faultBit(fault: number): number
}

export function numberChecks(checks: readonly BoundCellCheck[]): NumberedCheck[] {
  let next = FIRST_CHECK_BIT
  return checks.flatMap(({ code, check, codes = {} }): NumberedCheck[] => {
    const own = Object.values(codes)
    if (next + own.length >= FIRST_CHECK_BIT + MAX_CHECK_CODES) return []
    const bits = [code, ...own].map((each) => ({ bit: next++, code: each }))
    const main = 1 << bits[0]!.bit
    // By fault: found without a search, for whole columns fail.
    const others: number[] = []
    for (const [i, fault] of Object.keys(codes).entries()) others[Number(fault)] = 1 << bits[i + 1]!.bit
    return [{ check, bits, faultBit: (fault) => others[fault] ?? main }]
  })
}

/** The field's test, then the checks on cells that hold a readable value; the empty text is none, even where it is not a missing value. */
export function withChecks(compiled: CompiledField, test: CellTest, checks: readonly NumberedCheck[]): CellTest {
  const { isMissing } = compiled
  const [first] = checks
  if (first === undefined) return test
  if (checks.length === 1) {
    const { check } = first
    return (bytes, start, end) => {
      const faults = test(bytes, start, end)
      if (start === end || (faults & TYPE_FAULT) !== 0 || isMissing(bytes, start, end)) return faults
      const fault = check.test(bytes, start, end)
      return fault === 0 ? faults : faults | first.faultBit(fault)
    }
  }
  return (bytes, start, end) => {
    let faults = test(bytes, start, end)
    if (start === end || (faults & TYPE_FAULT) !== 0 || isMissing(bytes, start, end)) return faults
    for (let i = 0; i < checks.length; i++) {
      const fault = checks[i]!.check.test(bytes, start, end)
      if (fault !== 0) faults |= checks[i]!.faultBit(fault)
    }
    return faults
  }
}
