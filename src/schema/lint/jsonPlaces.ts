// On which line of a JSON text each of its values stands; keys that are given twice, of which JSON.parse keeps the last.
import { pointerOf } from './finding.js'

export interface JsonPlaces {
  /** From 1, by JSON Pointer: of the key in an object, of the value elsewhere. */
  lines: ReadonlyMap<string, number>
  duplicates: readonly { path: readonly (string | number)[]; key: string; line: number }[]
}

const TOKEN = /\s*("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s{}[\]:,"]+)/sy

/** Only for texts that JSON.parse accepts. */
export function jsonPlaces(text: string): JsonPlaces {
  const lines = new Map<string, number>()
  const duplicates: JsonPlaces['duplicates'][number][] = []
  let line = 1
  let counted = 0
  TOKEN.lastIndex = 0

  function next(): string {
    const match = TOKEN.exec(text)
    const token = match?.[1] ?? ''
    const start = TOKEN.lastIndex - token.length
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 10) line++
    return token
  }
  function value(token: string, path: readonly (string | number)[]): void {
    if (token === '{') object(path)
    else if (token === '[') array(path)
  }
  function object(path: readonly (string | number)[]): void {
    const keys = new Set<string>()
    for (let token = next(); token !== '}' && token !== ''; token = next()) {
      if (token === ',') continue
      const key = JSON.parse(token) as string
      const inner = [...path, key]
      if (keys.has(key)) duplicates.push({ path: inner, key, line })
      keys.add(key)
      lines.set(pointerOf(inner), line)
      next()
      value(next(), inner)
    }
  }
  function array(path: readonly (string | number)[]): void {
    let index = 0
    for (let token = next(); token !== ']' && token !== ''; token = next()) {
      if (token === ',') continue
      const inner = [...path, index++]
      lines.set(pointerOf(inner), line)
      value(token, inner)
    }
  }
  const first = next()
  lines.set('', line)
  value(first, [])
  return { lines, duplicates }
}
