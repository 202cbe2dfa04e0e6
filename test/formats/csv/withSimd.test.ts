// The tests of CSV again, with WebAssembly for files of any size.
import { vi } from 'vitest'

vi.mock('../../../src/formats/csv/tokenise.js', async (original) => {
  const found = await original<typeof import('../../../src/formats/csv/tokenise.js')>()
  const createTokeniser: typeof found.createTokeniser = (dialect, limits) => found.createTokeniser(dialect, limits, 0)
  return { ...found, createTokeniser }
})

await import('./conformance.test.js')
await import('./encodings.test.js')
await import('./oracle.test.js')
await import('./tokenise.test.js')
