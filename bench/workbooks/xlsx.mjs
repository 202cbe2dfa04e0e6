// The table as the parts of an XLSX as Excel writes it, its texts shared or in their cells.
import { LABELS, SIRET_COLUMN, tableRows } from './table.mjs'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000
/** By number, in the styles below. */
const STYLE = { empty: 1, date: 2, whole: 3 }

const letter = (column) => String.fromCharCode(65 + column)

/** Pairs of a name and the pieces of its content. */
export function* xlsxParts(count, { inline }) {
  const shared = inline ? undefined : new Map()
  yield ['[Content_Types].xml', [contentTypes(!inline)]]
  yield ['_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]]
  yield [
    'xl/workbook.xml',
    [`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`],
  ]
  const parts = [
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ]
  yield ['xl/_rels/workbook.xml.rels', [relationships(inline ? parts : [...parts, ['sharedStrings', 'sharedStrings.xml']])]]
  yield ['xl/styles.xml', [styles()]]
  yield ['xl/worksheets/sheet1.xml', sheet(count, shared)]
  if (shared) yield ['xl/sharedStrings.xml', sharedStrings(shared)]
}

function* sheet(count, shared) {
  const text = (ref, value) => {
    if (shared === undefined) return `<c ${ref} t="inlineStr"><is><t>${value}</t></is></c>`
    const index = shared.get(value) ?? shared.size
    shared.set(value, index)
    return `<c ${ref} t="s"><v>${index}</v></c>`
  }
  const cell = (value, column, row) => {
    const ref = `r="${letter(column)}${row}"`
    if (value === '') return `<c ${ref} s="${STYLE.empty}"/>`
    if (typeof value === 'string') return text(ref, value)
    if (typeof value === 'boolean') return `<c ${ref} t="b"><v>${Number(value)}</v></c>`
    if (value instanceof Date) return `<c ${ref} s="${STYLE.date}"><v>${(value - EPOCH) / DAY}</v></c>`
    return `<c ${ref}${column === SIRET_COLUMN ? ` s="${STYLE.whole}"` : ''}><v>${value}</v></c>`
  }
  const line = (cells, row) =>
    `<row r="${row}" spans="1:${cells.length}">${cells.map((value, column) => cell(value, column, row)).join('')}</row>`
  yield `<worksheet xmlns="${MAIN}"><dimension ref="A1:${letter(LABELS.length - 1)}${count + 1}"/><sheetData>${line(LABELS, 1)}`
  let row = 1
  for (const cells of tableRows(count)) yield line(cells, ++row)
  yield '</sheetData></worksheet>'
}

function* sharedStrings(shared) {
  yield `<sst xmlns="${MAIN}" uniqueCount="${shared.size}">`
  for (const text of shared.keys()) yield `<si><t>${text}</t></si>`
  yield '</sst>'
}

function styles() {
  const list = (name, ...items) => `<${name} count="${items.length}">${items.join('')}</${name}>`
  const cells = ['0', '49', '164', '1'].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
  const formats = list('numFmts', '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>')
  const fonts = list('fonts', '<font><sz val="11"/><name val="Calibri"/></font>')
  const fills = list('fills', '<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>')
  const borders = list('borders', '<border><left/><right/><top/><bottom/><diagonal/></border>')
  const base = list('cellStyleXfs', '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>')
  return `<styleSheet xmlns="${MAIN}">${formats}${fonts}${fills}${borders}${base}${list('cellXfs', ...cells)}${list('cellStyles', '<cellStyle name="Normal" xfId="0" builtinId="0"/>')}</styleSheet>`
}

function relationships(targets) {
  const each = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function contentTypes(hasShared) {
  const part = (name, type) => `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}${hasShared ? part('sharedStrings', 'sharedStrings') : ''}</Types>`
}
