// Cells of a workbook that are more than text: written as their field wants them.
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../formats/xlsx/writeXlsx.js'
import { convertText, schemaOf } from './convertText.js'

const schema = schemaOf(
  {
    nom: { type: 'string' },
    siret: { type: 'string', constraints: { pattern: '\\d{14}' } },
    date: { type: 'date' },
    jour: { type: 'date', format: '%d/%m/%Y' },
    public: { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
    montant: { type: 'number' },
    effectif: { type: 'integer' },
  },
  { custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }] },
)
const labels = schema.schema.fields.map(({ name }) => name)

const text = (content: string) => `<c t="inlineStr"><is><t>${content}</t></is></c>`
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`
/** Styles: 0 general, 1 a date shown dd/mm/yyyy. */
const workbook = (...rows: string[]) => writeXlsx({ formats: [0, 14], sheet: [row(...labels.map(text)), ...rows].join('') })
const serial = '<c s="1"><v>44901</v></c>'

describe('a workbook', () => {
  it('gives its dates, numbers, booleans and identifiers', async () => {
    const file = workbook(
      row(text('A'), '<c><v>78846123400015</v></c>', serial, serial, '<c t="b"><v>1</v></c>', '<c><v>1850.5</v></c>', '<c><v>12</v></c>'),
      row(text('B'), text('788 461 234 00015'), text('06/12/2022'), text('2022-12-06'), text('NON'), text('1 850,50 €'), text('12.0')),
      row(text('25/12/2022'), '<c/>', text('25/12/2022')),
    )
    const { text: written, conversion } = await convertText(file, schema, {}, 'table.xlsx')
    expect(written.split('\n')).toEqual([
      labels.join(','),
      'A,78846123400015,2022-12-06,06/12/2022,oui,1850.5,12',
      'B,78846123400015,2022-12-06,06/12/2022,non,1850.50,12',
      '25/12/2022,,2022-12-25,,,,',
      '',
    ])
    expect(conversion.remaining?.valid).toBe(true)
  })

  it("keeps a spreadsheet's error, and says so, even where any text will do", async () => {
    const error = '<c t="e"><v>#N/A</v></c>'
    const file = workbook(row(error, error), row(text('B')), row(text('C')))
    const { text: written, conversion } = await convertText(file, schema, {}, 'table.xlsx')
    expect(written).toContain('#N/A,#N/A,,,,,\n')
    expect(conversion.remaining?.counts.map(({ code, field }) => `${code} ${field}`)).toEqual(['cell/type nom', 'cell/type siret'])
    const given = await convertText(file, schema, { set: { nom: 'A', siret: '78846123400015' } }, 'table.xlsx')
    expect(given.text).toContain('A,78846123400015,,,,,\n')
    expect(given.conversion.remaining?.valid).toBe(true)
  })

  it('read twice gives the same bytes, and its CSV gives them again', async () => {
    const file = workbook(row(text('A'), '<c><v>78846123400015</v></c>', serial, serial, '<c t="b"><v>0</v></c>', '<c><v>0.1</v></c>'))
    const first = await convertText(file, schema, {}, 'table.xlsx')
    expect((await convertText(file, schema, {}, 'table.xlsx')).text).toBe(first.text)
    const again = await convertText(first.text, schema)
    expect(again.text).toBe(first.text)
    expect(again.changes).toEqual([])
  })
})
