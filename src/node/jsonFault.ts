// Where a text stops being JSON: JSON.parse does not say it in every version of the engine.

const SPACE = /[ \t\r\n]*/y
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
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
  const key = (): boolean => {
    pass(SPACE)
    return pass(STRING) && mark(':')
  }
  /** The sign that closes each list and object that is open. A stack of its own: a text may be deeper than that of the engine. */
  const closing: string[] = []

  /** A list or an object with something in it: returns whether one of its values is to be read next. */
  function enter(): boolean {
    const close = text[at] === '{' ? '}' : ']'
    at++
    if (mark(close)) return leave()
    closing.push(close)
    return close === ']' || key()
  }
  /** After a value: returns whether another is to be read next. */
  function leave(): boolean {
    for (let close = closing.at(-1); close !== undefined; close = closing.at(-1)) {
      if (mark(',')) return close === ']' || key()
      if (!mark(close)) return false
      closing.pop()
    }
    pass(SPACE)
    return false
  }
  function step(): boolean {
    pass(SPACE)
    if (text[at] === '{' || text[at] === '[') return enter()
    return (pass(STRING) || pass(WORD)) && leave()
  }

  while (step());
  return text.slice(0, at).split(/\r\n|\r|\n/).length
}
