// A workbook written as a stream: memory holds a piece of a sheet, and its notes. ECMA-376, parts 1 (18.2) and 2 (9.3)
import type { Platform } from '../../core/source.js'
import { columnName } from '../sheet/columnName.js'
import { SheetNames } from '../sheet/sheetNames.js'
import { xmlText } from '../sheet/xmlText.js'
import { writeZip, type ZipPart } from '../zip/writeZip.js'
import { stylesPart } from './cellStyles.js'
import { blocksOf, commentsPart, drawingPart } from './notes.js'
import { fitsInList, type PlacedChoice, sheetHead, sheetTail } from './sheetFrame.js'
import { type Note, SheetRows } from './sheetRows.js'
import type { XlsxSheet } from './xlsxSheet.js'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

interface WrittenSheet {
  name: string
  isHidden: boolean
  filter?: string | undefined
}

const encoder = new TextEncoder()
const part = (name: string, text: string): ZipPart => ({ name, content: encoder.encode(DECLARATION + text) })

/** The sheets in their order, each asked for once the one before is written. A chunk is valid until the next one is asked for. */
export function writeWorkbook(sheets: AsyncIterable<XlsxSheet>, platform: Platform): AsyncGenerator<Uint8Array> {
  return writeZip(workbookParts(sheets), platform)
}

async function* workbookParts(sheets: AsyncIterable<XlsxSheet>): AsyncGenerator<ZipPart> {
  const written: WrittenSheet[] = []
  const noted: number[] = []
  let block = 1
  const names = new SheetNames()
  const lists: (readonly string[])[] = []
  yield part('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]))
  yield part('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${stylesPart()}</styleSheet>`)
  // Its name is taken before that of any other sheet: formulas point to it.
  const listName = names.take('scdl')
  for await (const sheet of sheets) {
    const choices = (sheet.choices ?? []).map((choice): PlacedChoice => {
      if (fitsInList(choice.values)) return choice
      lists.push(choice.values)
      const column = columnName(lists.length - 1)
      return { ...choice, range: `'${listName}'!$${column}$1:$${column}$${choice.values.length}` }
    })
    for (let goesOn = true; goesOn; ) {
      const number = written.length + 1
      const state: SheetState = { goesOn: false, notes: [] }
      const entry: WrittenSheet = { name: names.take(sheet.name), isHidden: false }
      yield { name: `xl/worksheets/sheet${number}.xml`, content: sheetPart(sheet, choices, number === 1, state) }
      written.push(Object.assign(entry, { filter: state.filter }))
      goesOn = state.goesOn
      if (state.notes.length === 0) continue
      noted.push(number)
      yield part(
        `xl/worksheets/_rels/sheet${number}.xml.rels`,
        relationships([
          ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
          ['comments', `../comments${number}.xml`],
        ]),
      )
      yield { name: `xl/comments${number}.xml`, content: commentsPart(state.notes) }
      yield { name: `xl/drawings/vmlDrawing${number}.vml`, content: drawingPart(state.notes, block) }
      block += blocksOf(state.notes)
    }
  }
  if (lists.length > 0) {
    written.push({ name: listName, isHidden: true })
    yield {
      name: `xl/worksheets/sheet${written.length}.xml`,
      content: sheetPart(listSheet(lists), [], false, { goesOn: false, notes: [] }),
    }
  }
  yield part('xl/workbook.xml', workbookPart(written))
  const targets = written.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`])
  yield part('xl/_rels/workbook.xml.rels', relationships([...targets, ['styles', 'styles.xml']]))
  yield part('[Content_Types].xml', contentTypes(written.length, noted))
}

interface SheetState {
  goesOn: boolean
  notes: readonly Note[]
  filter?: string
}

async function* sheetPart(
  sheet: XlsxSheet,
  choices: readonly PlacedChoice[],
  isFirst: boolean,
  state: SheetState,
): AsyncGenerator<Uint8Array> {
  const rows = new SheetRows()
  // Of this sheet: the next one may have its header elsewhere.
  const { frozenRows } = sheet
  yield encoder.encode(sheetHead(sheet, isFirst))
  sheet.head(rows)
  let more = true
  while (more && !rows.isFull) {
    more = await sheet.fill(rows)
    yield rows.take()
  }
  state.goesOn = more
  state.notes = rows.notes
  const columns = sheet.widths.length
  if (sheet.filtered && columns > 0 && frozenRows > 0)
    state.filter = `$A$${frozenRows}:$${columnName(columns - 1)}$${Math.max(rows.row, frozenRows)}`
  const filter = state.filter?.replaceAll('$', '')
  yield encoder.encode(sheetTail({ filter, rows: rows.row, columns, choices, hasNotes: rows.notes.length > 0 }))
}

/** The values of long lists, a column each. */
function listSheet(lists: readonly (readonly string[])[]): XlsxSheet {
  const height = Math.max(...lists.map(({ length }) => length))
  let row = 0
  return {
    name: '',
    widths: [],
    frozenRows: 0,
    head() {},
    async fill(out) {
      for (; row < height && !out.isFull; row++) {
        for (const values of lists) {
          const value = values[row]
          if (value === undefined) out.skip()
          else out.string(value)
        }
        out.endRow()
      }
      return false
    },
  }
}

function workbookPart(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name, isHidden }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  )
  const filters = sheets.flatMap(({ name, filter }, i) =>
    filter === undefined
      ? []
      : `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${xmlText(`'${name.replaceAll("'", "''")}'!${filter}`)}</definedName>`,
  )
  const defined = filters.length === 0 ? '' : `<definedNames>${filters.join('')}</definedNames>`
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets>${defined}</workbook>`
}

function relationships(targets: readonly [type: string, target: string][]): string {
  const list = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
}

function contentTypes(sheets: number, noted: readonly number[]): string {
  const override = (name: string, type: string): string => `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('workbook.xml', 'sheet.main'),
    override('styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}.xml`, 'worksheet')),
    ...noted.map((number) => override(`comments${number}.xml`, 'comments')),
    '</Types>',
  ].join('')
}
