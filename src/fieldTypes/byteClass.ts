// Which bytes a type can have in an accepted text: most wrong cells are refused on sight, without making a string.

/** One flag per byte: the ASCII characters given, and every byte that is not ASCII. */
export function compileByteClass(characters: string): Uint8Array {
  const byteClass = new Uint8Array(256).fill(1, 0x80)
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    if (code < 0x80) byteClass[code] = 1
  }
  return byteClass
}

/** Whether all bytes belong to the class. */
export function everyByteIn(byteClass: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (byteClass[bytes[i]!] === 0) return false
  return true
}
