// What every answer to a bad request has in common.
import { expect } from 'vitest'
import type { Outcome } from '../cli/run.js'

/** One sentence or a few, on one line, said by scdl: not the trace of a defect. */
const SENTENCE = /^scdl : \P{Ll}.+[.?»]\n$/u
/** What a terminal obeys, and what hides or turns text around. */
export const HIDDEN = /[\x00-\x09\x0b-\x1f\x7f-\x9f]|[\p{Cf}\p{Zl}\p{Zp}]/u

/** Exit code 2, and a sentence that holds `said`. */
export function expectRefusal({ code, stderr }: Outcome, said: string): void {
  expect(stderr).toMatch(SENTENCE)
  expect(stderr).toContain(said)
  expect(stderr).not.toMatch(HIDDEN)
  expect(code).toBe(2)
}
