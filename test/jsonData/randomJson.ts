// JSON by chance, with white space by chance, and where each of its values stands, told while it is written.
import type { Chance } from '../fuzz/chance.js'

export interface WrittenJson {
  text: string
  /** By JSON Pointer: of the value and, in an object, of its key. */
  places: Map<string, { value: Place; key?: Place }>
}

interface Place {
  line: number
  character: number
}

const KEYS = ['a', 'b', 'été', 'x/y', 'm~n', 'items', '🙂', 'q"', '']
const SPACES = ['', '', '', ' ', '\n', '\r\n', '\t', '\r', '  \n ']

export function writeJson(value: unknown, chance: Chance): WrittenJson {
  let text = ''
  let line = 1
  let character = 1
  const places: WrittenJson['places'] = new Map()
  const put = (part: string): void => {
    for (let i = 0; i < part.length; i++) {
      const isEnd = part[i] === '\n' || (part[i] === '\r' && part[i + 1] !== '\n')
      if (isEnd) line++
      character = isEnd || part[i] === '\r' ? 1 : character + 1
    }
    text += part
  }
  // A carriage return at the end of one piece of space and a line feed at the start of the next would be one line end: one piece at a time.
  const space = (): void => {
    if (!/[\r\n]$/.test(text)) put(SPACES[chance.below(SPACES.length)]!)
  }
  const here = (): Place => ({ line, character })
  const write = (item: unknown, pointer: string, key?: Place): void => {
    places.set(pointer, { value: here(), ...(key !== undefined && { key }) })
    if (Array.isArray(item)) {
      put('[')
      item.forEach((part, i) => {
        if (i > 0) put(',')
        space()
        write(part, `${pointer}/${i}`)
        space()
      })
      put(']')
    } else if (typeof item === 'object' && item !== null) {
      put('{')
      Object.entries(item).forEach(([name, part], i) => {
        if (i > 0) put(',')
        space()
        const keyAt = here()
        put(JSON.stringify(name))
        space()
        put(':')
        space()
        write(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, keyAt)
        space()
      })
      put('}')
    } else put(JSON.stringify(item))
  }
  space()
  write(value, '')
  space()
  return { text, places }
}

export function randomValue(chance: Chance, depth = 4): unknown {
  const kind = chance.below(depth === 0 ? 6 : 9)
  if (kind === 0) return null
  if (kind === 1) return chance.below(2) === 0
  if (kind === 2) return chance.below(1000) - 500
  if (kind === 3) return chance.fraction() * 100
  if (kind === 4) return `${KEYS[chance.below(KEYS.length)]} \\ "\u2028 ${'é'.repeat(chance.below(3))}{[,:`
  if (kind === 5) return ''
  if (kind === 6) return Array.from({ length: chance.below(4) }, () => randomValue(chance, depth - 1))
  return Object.fromEntries(
    Array.from({ length: chance.below(4) }, () => [KEYS[chance.below(KEYS.length)]!, randomValue(chance, depth - 1)]),
  )
}
