/** The line, from 1, of the only place of a JSON or YAML text where such a key stands; undefined where there is none, or several. */
export function lineOfKey(text: string, key: string): number | undefined {
  let place: number | undefined
  for (const written of [`"${key}"`, `'${key}'`, key]) {
    if (written.trim() === '') continue
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
      if (!isKeyAt(text, at, written.length)) continue
      if (place !== undefined) return undefined
      place = at
    }
  }
  return place === undefined ? undefined : text.slice(0, place).split(/\r\n|\r|\n/).length
}

/** Further from its key, a colon is another's: whatever stands in the text, the search stays short. */
const MOST_BLANKS = 100

function isKeyAt(text: string, at: number, length: number): boolean {
  const before = at === 0 ? '\n' : text[at - 1]!
  return /[\s{,-]/.test(before) && /^[ \t]*:/.test(text.slice(at + length, at + length + MOST_BLANKS))
}
