// What a slow test said of the last texts it was asked about: columns repeat their values.

const SLOTS = 512
const LONGEST = 160

/** The same test, asked again only of texts that are long or were not seen lately. Memory is bounded. */
export function rememberVerdicts(test: (bytes: Uint8Array, start: number, end: number) => number): typeof test {
  const texts: (Uint8Array | undefined)[] = new Array(SLOTS)
  const verdicts = new Uint8Array(SLOTS)
  return (bytes, start, end) => {
    const length = end - start
    if (length > LONGEST) return test(bytes, start, end)
    let hash = length
    for (let p = start; p < end; p++) hash = (Math.imul(hash, 31) + bytes[p]!) | 0
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    const text = texts[slot]
    if (text !== undefined && text.length === length) {
      let i = 0
      while (i < length && text[i] === bytes[start + i]) i++
      if (i === length) return verdicts[slot]!
    }
    const verdict = test(bytes, start, end)
    texts[slot] = bytes.slice(start, end)
    verdicts[slot] = verdict
    return verdict
  }
}
