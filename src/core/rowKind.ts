// What a row is beside a row of data, as far as its bytes tell at a glance.

/** A row that sums up the others; a note under the table. */
export type BesideData = 'total' | 'footnote'

export function isBlank(start: Int32Array, end: Int32Array, f: number, n: number): boolean {
  for (let i = f; i < f + n; i++) if (start[i] !== end[i]) return false
  return true
}

/** The first filled cell begins with `tot…`, `sou…`, `not…`, `nb`, `n.b`, `*` or a number in brackets, whatever the case. */
export function beginsBesideData(bytes: Uint8Array, start: Int32Array, end: Int32Array, f: number, n: number): boolean {
  let i = f
  while (i < f + n && start[i] === end[i]) i++
  if (i === f + n) return false
  const p = start[i]!
  const initial = bytes[p]! | 0x20
  if (initial === 0x28 || initial === 0x2a) return true
  if (initial !== 0x74 && initial !== 0x73 && initial !== 0x6e) return false
  const next = bytes[p + 1]! | 0x20
  const third = bytes[p + 2]! | 0x20
  if (initial === 0x6e) return next === 0x62 || next === 0x2e || (next === 0x6f && third === 0x74)
  return next === 0x6f && third === (initial === 0x74 ? 0x74 : 0x75)
}
