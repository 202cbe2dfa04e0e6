// The part of a workbook that says how its cells are shown.
import { readElements } from '../xml/readElements.js'
import { type NumberFormat, readNumberFormat } from './numberFormat.js'

/** The number format of each cell style, by index. */
export async function readStyles(chunks: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const custom = new Map<number, string>()
  const ids: number[] = []
  let inCells = false
  await readElements(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) ids.push(Number(attributes.get('numFmtId') ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  const formats = new Map<number, NumberFormat>()
  return ids.map((id) => {
    const format = formats.get(id) ?? readNumberFormat(id, custom)
    formats.set(id, format)
    return format
  })
}
