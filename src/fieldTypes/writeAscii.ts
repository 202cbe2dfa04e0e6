/** Writes an ASCII text at the start of `out` and returns its length. */
export function writeAscii(text: string, out: Uint8Array): number {
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i)
  return text.length
}
