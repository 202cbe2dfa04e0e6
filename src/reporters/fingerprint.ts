// Names for findings that stay the same when rows are added above them, so that a tool knows an old finding from a new one.
import type { Diagnostic } from '../core/diagnostic.js'

/** Gives each finding of a table its fingerprint: 32 hexadecimal digits, different for each of several findings that are alike. */
export function fingerprints(source: string): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>()
  return ({ code, field, label, column, cell, details }) => {
    // Numbers in the details are rows and columns: they move.
    const value = cell ?? JSON.stringify(Object.entries(details).filter(([, detail]) => typeof detail !== 'number'))
    const name = hash([source, code, field ?? label ?? String(column ?? ''), value].join('\0'))
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : hash(`${name}\0${times}`)
  }
}

const SEEDS = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

/** FNV-1a over UTF-16 units in four lanes, mixed at the end. Against accidents, not against enemies. */
function hash(text: string): string {
  return SEEDS.map((seed) => {
    let value = (0x811c9dc5 ^ seed) | 0
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193 + (seed & 0xff) * 2)
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
    return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0')
  }).join('')
}
