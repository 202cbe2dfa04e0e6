import type { CompiledRepair } from '../../src/core/repair.js'

/** The proposal as text, for callers outside the loop over rows. undefined: none; empty from an `impossible` repair: it knows this damage. */
export function proposeText(repair: CompiledRepair, text: string): string | undefined {
  const bytes = new TextEncoder().encode(text)
  const out = new Uint8Array(bytes.length + 64)
  const length = repair.propose(bytes, 0, bytes.length, out)
  return length < 0 ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(out.subarray(0, length))
}
