// Where a text stops being JSON: JSON.parse does not say it in every version of the engine.

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** The line, from 1, of the first character that JSON does not allow. Only for texts that JSON.parse refuses. */
export function lineOfJsonFault(text: string): number {
  let at = 0

  function pass(pattern: RegExp): boolean {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex
    return found
  }
  function mark(character: string): boolean {
    pass(SPACE)
    if (text[at] !== character) return false
    at++
    return true
  }
  function list(close: string, item: () => boolean): boolean {
    at++
    if (mark(close)) return true
    do if (!item()) return false
    while (mark(','))
    return mark(close)
  }
  function member(): boolean {
    pass(SPACE)
    return pass(STRING) && mark(':') && value()
  }
  function value(): boolean {
    pass(SPACE)
    if (text[at] === '{') return list('}', member)
    if (text[at] === '[') return list(']', value)
    return pass(STRING) || pass(WORD)
  }

  if (value()) pass(SPACE)
  return text.slice(0, at).split(/\r\n|\r|\n/).length
}
