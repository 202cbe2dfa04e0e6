// A failing case made small: the schema loses fields and the file lines, then bytes, as long as it fails the same way.
import type { FuzzCase } from './fuzzCase.js'

type Fails = (smaller: FuzzCase) => Promise<boolean>

/** Stops at `deadline`, in milliseconds since 1970. */
export async function shrink(failing: FuzzCase, fails: Fails, deadline: number): Promise<FuzzCase> {
  let smallest = failing
  const isOver = (): boolean => Date.now() > deadline
  const attempt = async (smaller: FuzzCase): Promise<boolean> => {
    if (isOver() || !(await fails(smaller))) return false
    smallest = smaller
    return true
  }
  for (const key of Object.keys(failing.options) as (keyof FuzzCase['options'])[]) {
    const { [key]: _, ...options } = smallest.options
    await attempt({ ...smallest, options })
  }
  for (let round = 0; round < 2; round++) {
    for (const list of ['fields', 'custom_checks'] as const) {
      const items = listOf(smallest.schema.descriptor, list)
      await removeParts(items, isOver, (left) => attempt(withList(smallest, list, left)))
    }
    await removeParts(linesOf(smallest.bytes), isOver, (lines) => attempt({ ...smallest, bytes: Buffer.concat(lines) }))
    await removeParts([...smallest.bytes], isOver, (left) => attempt({ ...smallest, bytes: Uint8Array.from(left) }))
  }
  return smallest
}

/** Takes out halves, then quarters, and so on to single items. */
async function removeParts<T>(items: readonly T[], isOver: () => boolean, attempt: (left: T[]) => Promise<boolean>): Promise<void> {
  let left = [...items]
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length && !isOver(); ) {
      const without = [...left.slice(0, from), ...left.slice(from + size)]
      if (await attempt(without)) left = without
      else from += size
    }
  }
}

function listOf(descriptor: unknown, name: string): unknown[] {
  const list = (descriptor as Record<string, unknown> | null)?.[name]
  return Array.isArray(list) ? list : []
}

function withList(from: FuzzCase, name: string, list: unknown[]): FuzzCase {
  const descriptor = { ...(from.schema.descriptor as object), [name]: list }
  return { ...from, schema: { ...from.schema, descriptor } }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end + 1
    lines.push(bytes.subarray(from, to))
    from = to
  }
  return lines
}
