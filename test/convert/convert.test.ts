import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readLookup } from '../../src/convert/lookup.js'
import { memorySource } from '../formats/memorySource.js'
import { convertText, schemaOf, told } from './convertText.js'
import { expectSound } from './expectSound.js'

const text = { type: 'string' }
const required = { constraints: { required: true } }

describe('the columns', () => {
  const schema = schemaOf({ nom: { ...text, ...required }, montant: { type: 'number' }, date: { type: 'date' } })
  const titled = schemaOf({ nomBeneficiaire: { ...text, title: 'Nom du bénéficiaire' }, montant: { type: 'number' } })

  it("are put in the schema's order, absent ones added, others kept at the end", async () => {
    const { text: written, changes } = await expectSound('autre;montant;nom\nx;1,5;A\n', schema)
    expect(written).toBe('nom,montant,date,autre\nA,1.5,,x\n')
    expect(told(changes)).toEqual(['addedColumn:  → date', 'movedColumn: C → A', 'movedColumn: A → D', 'decimalNumber: 1,5 → 1.5'])
  })

  it('outside the schema are left out where that is asked for', async () => {
    const { text: written, changes } = await convertText('autre;nom\nx;A\n', schema, { dropExtra: true })
    expect(written).toBe('nom,montant,date\nA,,\n')
    expect(told(changes)).toContain('droppedColumn: autre → ')
  })

  it.each([
    ['case', 'NOM'],
    ['accents', 'nòm'],
    ['punctuation', '« nom » *'],
    ['spaces', ' nom '],
  ])('are renamed at %s, and their cells converted', async (_proof, label) => {
    const { text: written, changes } = await expectSound(`${label};MONTANT\nA;1 200,50 €\n`, schema)
    expect(written).toBe('nom,montant,date\nA,1200.50,\n')
    expect(told(changes)).toContain(`renamedColumn: ${label} → nom`)
  })

  it('are renamed by a title or an alias', async () => {
    const aliased = { ...titled, aliases: { montant: ['Somme versée'] } }
    const { text: written } = await convertText("Nom de l'bénéficiaire;Somme versee\nA;12\n", aliased)
    expect(written).toBe('nomBeneficiaire,montant\nA,12\n')
  })

  it('are renamed at the mark that stands before a quote', async () => {
    const { text: written, conversion } = await convertText('\ufeff"nom";"montant"\n"A";"12"\n', schema)
    expect(written).toBe('nom,montant,date\nA,12,\n')
    expect(conversion.remaining?.valid).toBe(true)
  })

  it('with a slip of the keyboard keep their label, unless guesses are accepted', async () => {
    const kept = await expectSound('nom;montnat\nA;1,5\n', schema)
    expect(kept.text).toBe('nom,date,montnat\nA,,"1,5"\n')
    expect(kept.conversion.guesses).toEqual([{ column: 2, label: 'montnat', field: 'montant', proof: 'distance' }])
    const renamed = await convertText('nom;montnat\nA;1,5\n', schema, { acceptGuesses: true })
    expect(renamed.text).toBe('nom,montant,date\nA,1.5,\n')
    expect(renamed.conversion.guesses).toEqual([])
  })

  it('are guessed by their content, never renamed for it', async () => {
    const sirets = schemaOf(
      { idBeneficiaire: text, nom: text, note: text },
      { custom_checks: [{ name: 'french-siret-value', params: { column: 'idBeneficiaire' } }] },
    )
    const rows = ['21950999900013', '78846123400015', '52380417700013', '44931205700010'].map((siret, i) => `A${i};${siret};x${i}`)
    const { conversion, text: written } = await expectSound(['nom;numéro;note', ...rows].join('\n'), sirets)
    expect(conversion.guesses).toEqual([{ column: 2, label: 'numéro', field: 'idBeneficiaire', proof: 'content' }])
    expect(written).toMatch(/^idBeneficiaire,nom,note,numéro\n,A0,x0,21950999900013\n/)
  })

  it('that claim one field are told, and none is chosen', async () => {
    const { conversion, text: written } = await expectSound('nom;Montant;MONTANT\nA;1;2\n', schema)
    expect(conversion.contested).toEqual([
      {
        field: 'montant',
        columns: [
          { column: 2, label: 'Montant' },
          { column: 3, label: 'MONTANT' },
        ],
      },
    ])
    expect(written).toBe('nom,date,Montant,MONTANT\nA,,1,2\n')
  })

  it('that may stand for either of two fields are told, whether or not the table was written before', async () => {
    const either = {
      ...schemaOf({ donneur: text, receveur: text, montant: { type: 'number' } }),
      aliases: { donneur: ['Tiers'], receveur: ['Tiers'] },
    }
    const { conversion, text: written } = await expectSound('Tiers;montant\nA;1\n', either)
    expect(conversion.contested.map(({ field }) => field)).toEqual(['donneur', 'receveur'])
    expect(written).toBe('montant,Tiers\n1,A\n')
    const decided = await expectSound('Tiers;receveur\nA;B\n', either)
    expect(decided.text).toBe('donneur,receveur,montant\nA,B,\n')
  })

  it('with the same label are told, and kept as they are', async () => {
    const { conversion, text: written } = await expectSound('nom;montant;montant\nA;1,5;2\n', schema)
    expect(conversion.contested).toEqual([
      {
        field: 'montant',
        columns: [
          { column: 2, label: 'montant' },
          { column: 3, label: 'montant' },
        ],
      },
    ])
    expect(written).toBe('nom,date,montant,montant\nA,,"1,5",2\n')
    expect(conversion.remaining?.counts[0]?.code).toBe('header/duplicate-label')
  })

  it('without a label and without a value are left out', async () => {
    const { conversion, text: written } = await expectSound('nom;montant;;;\nA;1,5;;;\nB;2;;;\n', schema)
    expect(written).toBe('nom,montant,date\nA,1.5,\nB,2,\n')
    expect(conversion.remaining?.valid).toBe(true)
    const filled = await expectSound('nom;montant;\nA;1,5;x\n', schema)
    expect(filled.text).toBe('nom,montant,date,\nA,1.5,,x\n')
  })

  it('are what the mapping says', async () => {
    const mapping = new Map([
      ['Libellé', 'nom'],
      ['date', ''],
      ['Somme', 'montant'],
    ])
    const { text: written, changes } = await convertText('date;Somme;Libellé\n1/2/2024;1,5;A\n', schema, { mapping })
    expect(written).toBe('nom,montant,date,date\nA,1.5,,1/2/2024\n')
    expect(told(changes)).toContain('renamedColumn: Somme → montant')
  })

  it('that two labels of the mapping name are told', async () => {
    const mapping = new Map([
      ['a', 'nom'],
      ['b', 'nom'],
    ])
    const { conversion } = await convertText('a;b\nx;y\n', schema, { mapping })
    expect(conversion.contested).toMatchObject([{ field: 'nom' }])
  })

  it('a field that the schema does not have is a fault of the request', async () => {
    await expect(convertText('nom\nA\n', schema, { mapping: new Map([['nom', 'nim']]) })).rejects.toMatchObject({
      code: 'unknown-field',
      details: { nearest: 'nom' },
    })
    await expect(convertText('nom\nA\n', schema, { set: { montan: '1' } })).rejects.toMatchObject({ code: 'unknown-field' })
  })
})

describe('the rows', () => {
  const schema = schemaOf({ nom: text, montant: { type: 'number' } })

  it('titles, blank ones and totals are left out, and listed', async () => {
    const { text: written, changes } = await expectSound('Subventions 2024;\n;\nnom;montant\nA;1\n\nB;2,5\nTOTAL;3,5\n', schema)
    expect(written).toBe('nom,montant\nA,1\nB,2.5\n')
    expect(changes.filter(({ rule }) => /Row$/.test(rule)).map(({ rule, row, before }) => `${rule} ${row} ${before}`)).toEqual([
      'titleRow 1 Subventions 2024',
      'blankRow 2 ',
      'blankRow 5 ',
      'totalRow 7 TOTAL',
      'totalRow 7 3,5',
    ])
  })

  it('that are blank one after the other are one change', async () => {
    const { conversion, changes } = await expectSound(`nom;montant\nA;1\n${';\n'.repeat(5000)}B;2\n;\n`, schema)
    expect(changes.map(({ rule, row, rowEnd }) => [rule, row, rowEnd])).toEqual([
      ['blankRow', 3, 5002],
      ['blankRow', 5004, undefined],
    ])
    expect(conversion.changes).toMatchObject([{ rule: 'blankRow', count: 5001 }])
  })

  it('of spaces only, or of words for nothing, are blank once converted', async () => {
    const missing = schemaOf(
      { nom: { ...text, constraints: { pattern: '[A-Z]' } }, montant: { type: 'number' } },
      { missingValues: ['', 'NA'] },
    )
    const { text: written } = await expectSound('nom;montant\nA;1\n ; \nNA;NA\nB;NA\n', missing)
    expect(written).toBe('nom,montant\nA,1\nB,\n')
  })

  it('a word for nothing stays where the empty text is a value', async () => {
    const missing = schemaOf({ nom: text, note: text }, { missingValues: ['-'] })
    const { text: written } = await expectSound('nom;note\nA;-\n', missing)
    expect(written).toBe('nom,note\nA,-\n')
  })

  it('with values that have slid stay as they are', async () => {
    const { text: written, conversion } = await expectSound('nom;montant\nA;1,5;x\nB;2,5\nC;3\nD;4\n', schema)
    expect(written).toBe('nom,montant\nA,"1,5",x\nB,2.5\nC,3\nD,4\n')
    expect(conversion.remaining?.counts.map(({ code }) => code)).toContain('row/extra-cell')
  })

  it('with bytes that are no text are still told', async () => {
    const bytes = Buffer.concat([Buffer.from(`nom;montant\n${'é;1\n'.repeat(40)}caf`), Buffer.from([0xe9]), Buffer.from(';1\n')])
    const { conversion } = await expectSound(bytes, schema)
    expect(conversion.remaining?.counts).toMatchObject([{ code: 'row/encoding', count: 1 }])
    expect(conversion.remaining?.diagnostics[0]).toMatchObject({ row: 42, column: 1 })
  })
})

describe('a compressed file', () => {
  const schema = schemaOf({ nom: text, montant: { type: 'number' } })
  // Random enough to take room: what is cut off then holds rows.
  const body = Array.from({ length: 5000 }, (_, i) => `n${(i * 7919) % 10007};${(i * 104729) % 1000003},5`).join('\n')
  const zipped = gzipSync(`nom;montant\n${body}\n`)

  it('is read', async () => {
    const { conversion } = await convertText(zipped, schema, {}, 'table.csv.gz')
    expect(conversion).toMatchObject({ rows: 5000, cells: 5000, remaining: { valid: true } })
  })

  it('that is cut is still told', async () => {
    const { conversion } = await convertText(zipped.subarray(0, zipped.length / 2), schema, {}, 'table.csv.gz')
    const cut = conversion.remaining?.diagnostics.find(({ code }) => code === 'file/truncated')
    expect(conversion.rows).toBeGreaterThan(1000)
    expect(cut?.row).toBe(conversion.rows + 1)
  })
})

describe('the cells', () => {
  const schema = schemaOf(
    { siret: { ...text, ...required }, montant: { type: 'number' }, code: { ...text, constraints: { pattern: '\\d{5}' } } },
    { custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }] },
  )

  it('that a check accepts are written in its form', async () => {
    const { text: written, changes } = await expectSound('siret;montant;code\n219 509 999 00013;1;01500\n', schema)
    expect(written).toBe('siret,montant,code\n21950999900013,1,01500\n')
    expect(told(changes)).toEqual(['canonical: 219 509 999 00013 → 21950999900013'])
  })

  it.each([
    ['verified', '21950999900013,1.5,01500', true],
    ['lossless', '21950999900013,1.5,1500', false],
    ['none', '21950999900013,"1,5",1500', false],
  ] as const)('are repaired as far as is asked: %s', async (repair, row, valid) => {
    const { text: written, conversion } = await expectSound('siret;montant;code\n21950999900013;1,5;1500\n', schema, { repair })
    expect(written).toBe(`siret,montant,code\n${row}\n`)
    expect(conversion.remaining?.valid).toBe(valid)
  })

  it('take the value that the user gives where they are empty or wrong', async () => {
    const content = 'siret;montant\n;1\n2,43E+13;2\n52380417700013.0;3\n78846123400015;4\n'
    const { text: written, changes } = await expectSound(content, schema, { set: { siret: '219 509 999 00013', code: '01500' } })
    expect(written).toBe(
      'siret,montant,code\n21950999900013,1,01500\n21950999900013,2,01500\n52380417700013,3,01500\n78846123400015,4,01500\n',
    )
    expect(changes.filter(({ certainty }) => certainty === 'given')).toHaveLength(6)
    await expect(convertText(content, schema, { set: { siret: '123' } })).rejects.toMatchObject({ code: 'value-refused' })
  })

  it('take what another table says, where the check passes', async () => {
    const table =
      'Nom de l’association;SIRET\nLes Amis;788 461 234 00015\nLe Club;21950999900014\nDeux;52380417700013\nDeux;44931205700010\n'
    const lookup = await readLookup(memorySource(table, 'assos.csv'), { key: "nom de l'association", value: 'siret' }, {})
    const content = 'siret;nom\n;LES  AMIS\n;Le Club\n;Deux\n;Absente\n'
    const { text: written, changes } = await convertText(content, schema, { lookups: { siret: { ...lookup, key: 'nom' } } })
    expect(written).toBe('siret,montant,code,nom\n78846123400015,,,LES  AMIS\n,,,Le Club\n,,,Deux\n,,,Absente\n')
    expect(told(changes)).toContain('lookup:  → 78846123400015')
    await expect(convertText(content, schema, { lookups: { siret: { ...lookup, key: 'nim' } } })).rejects.toMatchObject({
      code: 'unknown-column',
      details: { nearest: 'nom' },
    })
    await expect(readLookup(memorySource(table, 'assos.csv'), { key: 'nom', value: 'siret' }, {})).rejects.toMatchObject({
      code: 'unknown-column',
    })
  })

  it('whose repair would break a check across cells stay as they are', async () => {
    const sums = schemaOf(
      { total: { type: 'integer' }, a: { type: 'integer' }, b: { type: 'integer' } },
      { custom_checks: [{ name: 'sum-columns-value', params: { column: 'total', columns: ['a', 'b'] } }] },
    )
    const { text: written, conversion } = await expectSound('total;a;b\n1 200;1 000;200\n1 200;1 000;300\n7;3;4\n', sums)
    expect(written).toBe('total,a,b\n1200,1000,200\n1 200,1 000,300\n7,3,4\n')
    expect(conversion.remaining?.counts.map(({ code, count }) => `${code} ${count}`)).toEqual(['cell/type 1', 'cell/type 1'])
  })

  it('keep what a spreadsheet would run: in a CSV it is text', async () => {
    const free = schemaOf({ nom: text })
    const content = 'nom,note\n=1+1,-12\n@x,- un\n+33 1,+SOMME(A1)\n'
    const { text: written, conversion } = await expectSound(content, free)
    expect(written).toBe(content)
    const told = conversion.remaining?.diagnostics.filter(({ code }) => code === 'cell/formula')
    expect(told).toMatchObject([
      { row: 2, column: 1, field: 'nom', cell: '=1+1', severity: 'info' },
      { row: 3, column: 1, field: 'nom', cell: '@x' },
      { row: 4, column: 2, label: 'note', cell: '+SOMME(A1)' },
    ])
    expect(conversion.remaining?.valid).toBe(true)
    for (const wishes of [{ hints: false }, { to: 'json' as const }]) {
      const { conversion: quiet } = await convertText(content, free, wishes)
      expect(quiet.remaining?.counts.map(({ code }) => code)).toEqual(['header/extra-column'])
    }
  })

  it('of many batches that a spreadsheet would run are counted whole', async () => {
    const { conversion } = await convertText(`nom\n${'=x\n'.repeat(200_000)}`, schemaOf({ nom: text }), { maxDiagnostics: 5 })
    expect(conversion.remaining?.counts).toMatchObject([{ code: 'cell/formula', count: 200_000 }])
    expect(conversion.remaining?.diagnostics.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
  })
})

describe('the order of day and month, the mark of thousands', () => {
  const dates = schemaOf({ date: { type: 'date' } })
  const numbers = schemaOf({ montant: { type: 'number' } })
  const written = async (schema: typeof dates, label: string, cells: string[]) =>
    (await expectSound(`${[label, ...cells].join('\n')}\n`, schema, { format: { delimiter: ';' } })).text
      .replaceAll('"', '')
      .trim()
      .split('\n')
      .slice(1)

  it.each([
    ['nothing settles it', ['03/04/2021', '05/06/2021'], ['03/04/2021', '05/06/2021']],
    ['a day after the 12th settles it', ['03/04/2021', '25/06/2021'], ['2021-04-03', '2021-06-25']],
    ['the other order', ['03/04/2021', '06/25/2021'], ['2021-03-04', '2021-06-25']],
    ['both orders', ['03/04/2021', '06/25/2021', '25/06/2021'], ['03/04/2021', '2021-06-25', '2021-06-25']],
    ['the same number twice', ['03/03/2021', '05/06/2021'], ['2021-03-03', '05/06/2021']],
  ])('dates: %s', async (_name, cells, expected) => expect(await written(dates, 'date', cells)).toEqual(expected))

  it.each([
    ['a point between thousands', ['1.234', '1.234,50'], ['1234', '1234.50']],
    ['nothing settles it', ['1.234', '2.500'], ['1.234', '2.500']],
    ['a decimal comma alone is no proof', ['1.234', '12,50'], ['1.234', '12.50']],
    ['a decimal point contradicts', ['1.234', '1.234,50', '12.5'], ['1.234', '1234.50', '12.5']],
    ['a comma between thousands', ['1,234', '1,234.50'], ['1234', '1234.50']],
    ['nothing settles the comma', ['1,234'], ['1,234']],
    ['a decimal comma settles the comma', ['1,234', '12,5'], ['1.234', '12.5']],
    ['unless a decimal point contradicts it', ['1,234', '12,5', '12.5'], ['1,234', '12.5', '12.5']],
  ])('numbers: %s', async (_name, cells, expected) => expect(await written(numbers, 'montant', cells)).toEqual(expected))
})

describe('what is no table', () => {
  const schema = schemaOf({ nom: text })
  it.each([
    ['a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n'],
    ['nothing', ''],
  ])('%s is not written', async (_name, content) => {
    const { conversion, bytes, table } = await convertText(content, schema)
    expect(conversion.remaining).toBeUndefined()
    expect(bytes).toHaveLength(0)
    expect(table.valid).toBe(false)
  })

  it('a header without rows is', async () => {
    const { text: written, conversion } = await expectSound('NOM\n', schema)
    expect(written).toBe('nom\n')
    expect(conversion.remaining?.valid).toBe(true)
  })
})
