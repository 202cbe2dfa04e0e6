// Which label stands for which field, as the user writes it down: a CSV of two columns, or a JSON object.
import { ScdlError } from '../core/error.js'
import type { TableReport } from '../core/reportTypes.js'
import type { Platform, Source } from '../core/source.js'
import { readCells } from './readCells.js'

/** By label: a field, or '' for none. */
export type Mapping = ReadonlyMap<string, string>

/** `fields`: of the schema. A first row that names none of them is taken for titles. Throws `ScdlError('bad-mapping')`. */
export async function readMapping(source: Source, fields: readonly string[], platform: Platform): Promise<Mapping> {
  if (/\.json$/i.test(source.name)) return readJsonMapping(await readText(source), source.name)
  const rows = await readCells(source, platform)
  const [first] = rows
  const body = first !== undefined && (first[1] ?? '') !== '' && !fields.includes(first[1]!) ? rows.slice(1) : rows
  if (rows.some((cells) => cells.length < 2)) throw new ScdlError('bad-mapping', { path: source.name })
  return new Map(body.map(([label = '', field = '']) => [label, field]))
}

async function readText(source: Source): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of source.open()) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

function readJsonMapping(text: string, path: string): Mapping {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ScdlError('bad-mapping', { path }, { cause: error })
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const entries = isObject ? Object.entries(value as object) : []
  const isMapping = isObject && entries.every(([, field]) => typeof field === 'string' || field === null)
  if (!isMapping) throw new ScdlError('bad-mapping', { path })
  return new Map(entries.map(([label, field]: [string, string | null]) => [label, field ?? '']))
}

/**
 * What the labels of these tables were taken for. A label that is only guessed, or that tables take differently, has no field: it is
 * for the user to say.
 */
export function mappingOf(tables: readonly TableReport[], acceptGuesses: boolean): Mapping {
  const mapping = new Map<string, string>()
  for (const { columns, conversion } of tables) {
    const unsure = new Set(conversion?.contested.flatMap((contested) => contested.columns.map(({ column }) => column)))
    for (const { column, label, field = '', nearMiss } of columns) {
      if (label === '') continue
      const found = unsure.has(column) || (nearMiss === 'distance' && !acceptGuesses) ? '' : field
      mapping.set(label, mapping.has(label) && mapping.get(label) !== found ? '' : found)
    }
  }
  return mapping
}

export const mappingJson = (mapping: Mapping): string => `${JSON.stringify(Object.fromEntries(mapping), undefined, 2)}\n`
