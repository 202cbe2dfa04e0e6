import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostic.js'
import { Recorder } from '../../src/core/report.js'

function spool() {
  const written: string[] = []
  return {
    write: (line: string) => void written.push(line),
    async *lines() {
      yield* written
    },
    dispose: async () => {},
  }
}

test.each(['kept in memory', 'spooled'])('what a wide header has is told in the order of its columns: %s', async (where) => {
  const codes = {
    'header/extra-column': { type: 'extra-label', severity: 'warning' },
    'header/duplicate-label': { type: 'duplicate-label', severity: 'error' },
  } as const
  const recorder = new Recorder({ codes, maxDiagnostics: 0, spool: where === 'spooled' ? spool : undefined })
  for (const code of ['header/extra-column', 'header/duplicate-label'] as const) {
    for (let column = 1; column <= 1500; column++) recorder.add(code, { row: 1, column })
  }
  recorder.settleHead()
  const told: Diagnostic[] = [...recorder.head()]
  for await (const diagnostic of recorder.tail()) told.push(diagnostic)
  expect(told.map(({ column }) => column)).toEqual(Array.from({ length: 3000 }, (_, i) => (i >> 1) + 1))
})
