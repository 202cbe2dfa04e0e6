// One file with every kind of damage: each cell is repaired as foreseen, or stays and is explained; nothing else changes.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDescriptor } from '../../src/index.js'
import { encodeTwin } from '../fixtureTwins.js'
import { convertText } from './convertText.js'
import { expectSound } from './expectSound.js'

interface Damage {
  damage: string
  /** As a spreadsheet shows it. */
  cell: string
  before: string
  /** Repaired, by this rule. */
  after?: string
  rule?: string
  /** Not repaired: the repair that says why, or `doubt`. */
  explained?: string
  /** Not repaired: what is still reported. */
  reported?: string[]
}

const folder = new URL('../../fixtures/convert/damages/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const schema = readDescriptor(JSON.parse(read('schema.json')))
const damages = JSON.parse(read('damages.json')) as Damage[]
const data = read('data.csv')

const placeOf = ({ cell }: Damage) => ({ column: cell.charCodeAt(0) - 64, row: Number(cell.slice(1)) })

describe('the table of all damages', async () => {
  const { text, changes, conversion } = await expectSound(data, schema, { maxDiagnostics: 1000 })
  const remaining = conversion.remaining!
  /** Rows of the output are one fewer from the blank row on; all damages stand above it. */
  const found = (damage: Damage) =>
    remaining.diagnostics.filter(({ row, column }) => row === placeOf(damage).row && column === placeOf(damage).column)

  it('has more than forty kinds', () => expect(new Set(damages.map(({ damage }) => damage)).size).toBeGreaterThan(40))

  it('is written as foreseen, byte for byte', () => expect(text).toBe(read('converted.csv')))

  it.each(damages.filter(({ after }) => after !== undefined).map((damage) => [damage.damage, damage] as const))(
    '%s: repaired',
    (_name, damage) => {
      const { row, column } = placeOf(damage)
      const [change] = changes.filter((told) => told.row === row && told.column === column)
      expect(change).toMatchObject({ before: damage.before, after: damage.after, rule: damage.rule })
      expect(found(damage).filter(({ severity }) => severity === 'error')).toEqual([])
    },
  )

  it.each(damages.filter(({ after }) => after === undefined).map((damage) => [damage.damage, damage] as const))(
    '%s: left, and told',
    (_name, damage) => {
      const { row, column } = placeOf(damage)
      expect(changes.filter((told) => told.row === row && told.column === column)).toEqual([])
      const { explained, reported } = damage
      if (explained === 'doubt') {
        expect(conversion.doubts).toMatchObject([{ column, cells: 1, example: { row, cell: damage.before } }])
      } else if (explained !== undefined) expect(found(damage).map(({ repair }) => repair)).toContain(explained)
      else if (damage.damage !== 'valeur de trop') expect(found(damage).map(({ code }) => code)).toEqual(reported ?? [])
    },
  )

  it('nothing is changed that is not in the list', () => {
    const foreseen = damages.filter(({ after }) => after !== undefined).map(({ cell }) => cell)
    const letters = (column = 0) => String.fromCharCode(64 + column)
    const cells = changes.filter(({ rule }) => !/Row$|Cell$/.test(rule)).map(({ row, column }) => `${letters(column)}${row}`)
    expect(cells.sort()).toEqual(foreseen.sort())
    const rows = changes.filter(({ rule }) => /Row$|Cell$/.test(rule)).map(({ rule, row }) => `${rule} ${row}`)
    expect([...new Set(rows)]).toEqual(['blankRow 63', 'paddedCell 64', 'extraCell 65', 'totalRow 67'])
  })

  it.each(['utf-16le', 'utf-16be', 'utf-8 with a mark', 'tab', 'pipe', 'comma', 'LF'])('as %s, gives the same bytes', async (twin) => {
    const { text: again } = await convertText(twinOf(data, twin), schema)
    expect(again).toBe(text)
  })
})

/** Its cells hold signs that no eight-bit encoding has. */
function twinOf(text: string, twin: string): Uint8Array | string {
  if (twin === 'utf-16le' || twin === 'utf-16be') return encodeTwin(text, twin)
  if (twin === 'utf-8 with a mark') return `\ufeff${text}`
  if (twin === 'LF') return text.replaceAll('\r\n', '\n')
  const delimiter = { tab: '\t', pipe: '|', comma: ',' }[twin]!
  const rows = text.split('\r\n').map((line) => line.split(';'))
  const quote = (cell: string) =>
    cell.includes(delimiter) || cell.startsWith('"') || cell.includes('="') ? `"${cell.replaceAll('"', '""')}"` : cell
  return rows.map((cells) => cells.map(quote).join(delimiter)).join('\r\n')
}

describe('the same table in another encoding', () => {
  const plain = data.replaceAll(/[\ufffd\u2212\u00c3]/g, '-')
  it.each(['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const)('%s gives the same bytes', async (encoding) => {
    const text = plain.replaceAll('€', 'EUR')
    const [utf8, twin] = await Promise.all([convertText(text, schema), convertText(encodeTwin(text, encoding), schema)])
    expect(twin.text).toBe(utf8.text)
  })
})
