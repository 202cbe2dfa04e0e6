// The cells of workbooks: the tests of their native kinds, and what Validata, which reads some as they are shown, finds wrong with them.
import { NATIVE, type NativeKind, SEEN } from './batch.js'
import type { CompiledField } from './compileField.js'
import { NATIVE_DISPLAY_BIT, NATIVE_VALUE_BIT, TYPE_FAULT } from './faultBits.js'
import { acceptAnything, type CellTest } from './fieldType.js'
import { type NumberedCheck, withChecks } from './numberedChecks.js'

const encoder = new TextEncoder()
/** A cell of each manner of showing it, as Validata reads it. */
const SHOWN_SAMPLES: readonly (readonly [seen: number, kind: NativeKind, sample: Uint8Array])[] = [
  [SEEN.dayFirst, 'date', encoder.encode('31/12/2022')],
  [SEEN.whole, 'number', encoder.encode('2022')],
  [SEEN.whole, 'boolean', encoder.encode('1')],
  [SEEN.decimal, 'number', encoder.encode('2022.50')],
]

/** By native kind; a spreadsheet's error is no value of any type. */
export function compileNative(compiled: CompiledField, checks: readonly NumberedCheck[]): (CellTest | undefined)[] {
  const tests: (CellTest | undefined)[] = []
  tests[NATIVE.error] = (bytes, start, end) => (compiled.isMissing(bytes, start, end) ? compiled.test(bytes, start, end) : TYPE_FAULT)
  for (const [kind, test] of Object.entries(compiled.native ?? {}) as [NativeKind, CellTest][]) {
    tests[NATIVE[kind]] = withChecks(compiled, test, checks)
  }
  return tests
}

/**
 * By native kind, then by what Validata sees of a cell: its fault, where the cell itself has none. A type reads the values of workbooks
 * for which it has a test; one that takes anything never errs on them.
 */
export function compileSeen({ type }: CompiledField): number[][] {
  const faults: number[][] = []
  for (const kind of ['number', 'boolean', 'date'] as const) {
    const native = type.native?.[kind]
    const ofKind: number[] = Array.from(Object.values(SEEN), () => (native === acceptAnything ? 0 : 1 << NATIVE_DISPLAY_BIT))
    ofKind[SEEN.text] = 0
    ofKind[SEEN.value] = native === undefined ? 1 << NATIVE_VALUE_BIT : 0
    for (const [seen, shownKind, sample] of SHOWN_SAMPLES) {
      if (native !== undefined && shownKind === kind && type.test(sample, 0, sample.length) === 0) ofKind[seen] = 0
    }
    faults[NATIVE[kind]] = ofKind
  }
  return faults
}
