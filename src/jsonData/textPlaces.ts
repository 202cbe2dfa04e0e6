// Offsets in a run of bytes, as lines and places in them.
import type { TextPlace } from './splitJson.js'

/**
 * Gives places of offsets that come in order. `from`: of the first byte; `place`: where that one stands.
 * Lines end with LF, CR or both; places in a line count UTF-16 units.
 */
export function placeCounter(bytes: Uint8Array, from: number, place: TextPlace): (offset: number) => TextPlace {
  let at = from
  let { line, character } = place
  return (offset) => {
    for (; at < offset; at++) {
      const byte = bytes[at]!
      if (byte === 10 || byte === 13) {
        if (!(byte === 10 && at > from && bytes[at - 1] === 13)) line++
        character = 1
      } else if ((byte & 0xc0) !== 0x80) character += byte >= 0xf0 ? 2 : 1
    }
    return { line, character }
  }
}
