const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A cell's text, for the slow paths. A U+FEFF is kept: it is a fault to show, not a mark. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end))
}
