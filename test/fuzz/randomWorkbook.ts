// Workbooks out of nothing, as SheetJS writes them; half of them damaged, in their XML or in their archive.
import * as XLSX from 'xlsx'
import { writeZip, type ZipPart } from '../formats/zip/writeZip.js'
import type { Chance } from './chance.js'
import { mutate } from './mutate.js'
import { randomCell } from './randomTable.js'

const MOST_ROWS = 40
const FORMATS = ['General', '00000', '0', '0.00', 'dd/mm/yyyy', 'yyyy-mm-dd', 'hh:mm', '[h]:mm', '@', '0%', 'dd/mm/yyyy hh:mm:ss']
/** XML to put where it does not belong. */
const PIECES = [
  '<row r="9999999"/>',
  '<c r="ZZZ1"><v>1</v></c>',
  '</row>',
  '<v>1e999</v>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE x>',
  '&#0;',
  '&#xD800;',
  '_x000D_',
  ' t="d"',
  ' s="4"',
  ' table:number-rows-repeated="900000"',
  ' table:number-columns-repeated="900000"',
  ' office:value="-0"',
]

export function randomWorkbook(chance: Chance, labels: readonly string[]): { from: string; bytes: Uint8Array } {
  const bookType = chance.pick(['xlsx', 'xlsx', 'ods', 'ods', 'xlml'] as const)
  const book = XLSX.utils.book_new()
  for (let i = chance.few(3); i > 0; i--) XLSX.utils.book_append_sheet(book, randomSheet(chance, labels), `Feuille ${i}`)
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true, bookSST: chance.happens(0.5) }))
  if (chance.happens(0.4)) return { from: `a random workbook (${bookType})`, bytes }
  const damaged = bookType === 'xlml' || chance.happens(0.3) ? mutate(bytes, chance) : damageParts(bytes, chance)
  return { from: `a damaged workbook (${bookType})`, bytes: damaged }
}

function randomSheet(chance: Chance, labels: readonly string[]): XLSX.WorkSheet {
  const titles = chance.happens(0.2) ? [[randomCell(chance)], []] : []
  const rows = Array.from({ length: chance.below(MOST_ROWS) }, () =>
    chance.happens(0.05)
      ? []
      : labels.slice(0, chance.happens(0.1) ? chance.below(labels.length + 1) : labels.length).map(() => randomValue(chance)),
  )
  const sheet = XLSX.utils.aoa_to_sheet([...titles, [...labels], ...rows], { UTC: true })
  for (const [address, cell] of Object.entries(sheet)) {
    if (!address.startsWith('!') && (cell as XLSX.CellObject).t === 'n' && chance.happens(0.4))
      (cell as XLSX.CellObject).z = chance.pick(FORMATS)
  }
  return sheet
}

function randomValue(chance: Chance): string | number | boolean | Date | null {
  switch (chance.below(6)) {
    case 0:
      return chance.pick([0, 1, -1, 0.1, 21310101700014, 45292, 45292.5, 60, 1e21, -12.5, 1 / 3, 2958466])
    case 1:
      return chance.happens(0.5)
    case 2:
      return new Date(Date.UTC(1990 + chance.below(50), chance.below(12), 1 + chance.below(28)))
    case 3:
      return null
    default:
      return randomCell(chance)
  }
}

/** One part or two with XML where it does not belong, or as any text gets damaged; the archive is sound. */
function damageParts(bytes: Uint8Array, chance: Chance): Uint8Array {
  const archive = XLSX.CFB.read(bytes, { type: 'array' })
  const parts: ZipPart[] = []
  archive.FullPaths.forEach((path: string, i: number) => {
    const content = archive.FileIndex[i]?.content as Uint8Array | number[] | undefined
    if (content === undefined || path.endsWith('/')) return
    const part = Buffer.from(content as Uint8Array)
    parts.push({ name: path.replace(/^Root Entry\//, ''), content: chance.happens(0.3) ? damageXml(part, chance) : part, deflated: true })
  })
  return writeZip(parts)
}

function damageXml(part: Buffer, chance: Chance): Uint8Array {
  if (chance.happens(0.3)) return mutate(part, chance)
  let text = part.toString('latin1')
  for (let i = chance.few(5); i > 0; i--) {
    let at = chance.below(text.length + 1)
    if (chance.happens(0.7)) at = Math.max(0, text.indexOf(chance.pick(['<', '>', ' ']), at))
    text = text.slice(0, at) + chance.pick(PIECES) + text.slice(at + (chance.happens(0.3) ? chance.few(50) : 0))
  }
  return Buffer.from(text, 'latin1')
}
