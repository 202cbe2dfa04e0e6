import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { buildReport, readDescriptor, validate } from '../../src/index.js'
import { fr } from '../../src/messages/fr.js'
import { say } from '../../src/messages/index.js'
import { displayWidth } from '../../src/messages/visible.js'
import { human } from '../../src/reporters/human/human.js'
import { plainStyle, type ReporterContext, type Style } from '../../src/reporters/reporter.js'
import { memorySource } from '../formats/memorySource.js'
import { poison } from './hostile.js'
import { PAGES } from './pages.js'
import {
  column,
  count,
  damagedByASpreadsheet,
  duplicateLabels,
  finding,
  good,
  goodWithRemarks,
  mendable,
  report,
  table,
  untidy,
} from './reports.js'

const context: ReporterContext = { say: (diagnostic) => say(fr, diagnostic), messages: fr, style: plainStyle, width: 80 }
const page = (tables: TableReport[], more: Partial<ReporterContext> = {}): string =>
  human(report(...tables), { ...context, ...more }) as string
const widest = (text: string): number => Math.max(...text.split('\n').map(displayWidth))

describe('the report for readers', () => {
  it('reads like this', async () => {
    const text = PAGES.map(([name, tables]) => `${'='.repeat(80)}\n${name}\n${'='.repeat(80)}\n\n${page(tables())}`).join('\n')
    await expect(text.replaceAll('\u00a0', ' ')).toMatchFileSnapshot('./__snapshots__/human.fr.txt')
  })

  it.each(PAGES)('%s: fits its width', (_name, tables) => {
    for (const width of [60, 80, 100]) expect(widest(page(tables(), { width }))).toBeLessThanOrEqual(width)
    expect(widest(page(tables(), { width: 300 }))).toBeLessThanOrEqual(100)
  })

  it.each(PAGES)('%s: the style changes no text', (_name, tables) => {
    const mark = (text: string): string => `\x1b[1m${text}\x1b[0m`
    const style: Style = { bold: mark, dim: mark, red: mark, green: mark, yellow: mark, cyan: mark }
    expect(
      page(tables(), { style })
        .replaceAll(/\x1b\[\dm/g, '')
        .replaceAll(/ +$/gm, ''),
    ).toBe(page(tables()))
  })

  it('names the columns of a check on rows that comes after more findings than are kept apart', async () => {
    const fields = ['siret', 'rna'].map((name) => ({ name, type: 'string', constraints: { pattern: '[0-9]{3}' } }))
    const checks = [{ name: 'one-of-required', params: { column1: 'siret', column2: 'rna' } }]
    const schema = readDescriptor({ name: 's', fields, custom_checks: checks })
    const rows = [...Array.from({ length: 150 }, () => 'x,x,a'), ',,b', '123,,c']
    const found = await validate(memorySource(`Sirets,RNAs,nom\n${rows.join('\n')}\n`, 'a.csv'), { schema })
    expect(found.afterRenaming?.counts.map(({ code }) => code)).toContain('row/one-of-required')
    expect(page([found])).toContain('1 ligne sans siret ni rna')
  })

  it.each(PAGES)('%s: one line each when quiet', (_name, tables) => {
    const lines = page(tables(), { quiet: true, width: 100 })
      .trimEnd()
      .split('\n')
      .filter((line) => /^[✔✖✎]/.test(line))
    expect(lines).toHaveLength(tables().length)
  })

  it('never asks to remove a column', () => {
    for (const [, tables] of PAGES) expect(page(tables())).not.toMatch(/(supprim|retir|enlev)\S* (la|les|cette|ces) colonne/i)
  })
})

describe('counts', () => {
  it('tells every error, even where its diagnostics were cut', () => {
    const found = table({
      verdict: 'invalid',
      valid: false,
      truncated: true,
      stats: {
        rows: 9000,
        columns: 1,
        errors: 9000,
        warnings: 0,
        infos: 0,
        invalidRows: 9000,
        invalidCells: 0,
        repairableCells: 0,
        bytes: 1,
      },
      columns: [column(1, 'a')],
      counts: [count('row/missing-cell', 5000, { field: 'a' }), count('row/unique-key', 3998), count('row/foreign-key', 2)],
    })
    const text = page([found]).replaceAll('\u00a0', ' ')
    expect(text).toContain('5 000 cellules qui manquent en fin de ligne')
    expect(text).toContain('3 998 lignes en double')
    expect(text).toContain('2 lignes qui renvoient à une valeur introuvable')
  })

  it('tells the values that slipped with the rows that are too long', () => {
    const wrong = (position: number, label: string) =>
      column(position, label, {
        invalid: 2,
        groups: [
          {
            codes: ['cell/type'],
            cells: 2,
            values: [{ value: 'x', cells: 2 }],
            examples: [
              { row: 5, cell: 'x' },
              { row: 9, cell: 'x' },
            ],
            details: {},
          },
        ],
      })
    const found = table({
      verdict: 'invalid',
      valid: false,
      stats: { rows: 20, columns: 3, errors: 6, warnings: 0, infos: 0, invalidRows: 2, invalidCells: 4, repairableCells: 0, bytes: 1 },
      columns: [column(1, 'a'), wrong(2, 'b'), wrong(3, 'c')],
      counts: [count('row/extra-cell', 2), count('cell/type', 2, { field: 'b' }), count('cell/type', 2, { field: 'c' })],
      diagnostics: [5, 9].map((row) => finding('row/extra-cell', {}, { row, column: 4, cell: 'de trop' })),
    })
    const text = page([found]).replaceAll(/\s+/g, ' ')
    expect(text).toContain("d'où aussi 4 cellules fausses dans les colonnes B et C, à ne pas corriger à part.")
    expect(text).not.toContain('Colonne B')
    found.diagnostics.pop()
    expect(page([found])).toContain('Colonne B')
  })
})

describe('hostile content', () => {
  const HOSTILE = [
    ['colours and titles', '\x1b[31mrouge\x1b]0;titre\x07\x1b[2J'],
    ['upper controls', '\x9b31m\x90q\x9c'],
    ['bidirectional', '\u202egnp.exe\u2066\u200f'],
    ['line breaks', 'un\r\ndeux\u2028trois\x0b'],
    ['carriage return', 'faux\rvrai'],
    ['one megabyte', 'long '.repeat(200_000)],
    ['one megabyte in a word', 'x'.repeat(1_000_000)],
    ['piled marks', `e${'\u0301'.repeat(100_000)}`],
    ['shell', '"; rm -rf ~; $(reboot) `id` %PATH%'],
  ] as const

  it.each(HOSTILE)('%s: inert everywhere', (_name, text) => {
    for (const original of [damagedByASpreadsheet(), untidy(), goodWithRemarks(), duplicateLabels(), mendable()]) {
      const shown = page([poison(original, text)])
      expect(shown.replaceAll('\n', '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)).toBeNull()
      expect(widest(shown)).toBeLessThanOrEqual(80)
      expect(shown.length).toBeLessThan(40_000)
      expect(shown).not.toMatch(/scdl validate .*(\$\(|`|rm -rf)/)
    }
  })
})

const real = new URL('../../../shared/reference/', import.meta.url)
const descriptor = new URL('schemas/scdl/subventions/2.1.1/schema.json', real)

describe.skipIf(!existsSync(real))('a real file (skipped where the folder `shared` is absent)', () => {
  it('gives the figures of the specification', async () => {
    const schema = readDescriptor(JSON.parse(readFileSync(descriptor, 'utf8')), {
      name: 'scdl/subventions',
      version: '2.1.1',
      origin: 'shipped',
    })
    const bytes = readFileSync(new URL('real/subventions-toulouse_2022.csv', real))
    const checked = buildReport([await validate(memorySource(bytes, 'subventions-toulouse_2022.csv'), { schema })], 0)
    const text = (human(checked, context) as string).replaceAll('\u00a0', ' ')
    const flat = text.replaceAll(/\s+/g, ' ')
    expect(widest(text)).toBeLessThanOrEqual(80)
    for (const said of [
      '396 lignes et 17 colonnes lues (CSV « ; », UTF-8).',
      "Aucune ligne n'est juste : 1 584 cellules à reprendre dans 4 colonnes (1 980 erreurs pour Validata).",
      'SCDL SAIT CORRIGER 396 cellules',
      'K2 06/12/2022 → 2022-12-06',
      "L'ordre jour/mois est sûr : 225 dates",
      'UNE SEULE VALEUR À DONNER 396 cellules',
      'B2 2,43E+13 → le SIRET de votre collectivité (14 chiffres)',
      "À REPRENDRE DANS LE FICHIER D'ORIGINE 792 cellules",
      'Colonne C, dateConvention : vide sur les 396 lignes, pourtant obligatoire',
      'Colonne F, idBeneficiaire : 386 SIRET abîmés par le tableur',
      'F2 7,17E+13 3F OCCITANIE SA',
      'il reste 3 chiffres sur 14',
      'Colonne F, idBeneficiaire : 10 lignes sans idBeneficiaire ni rnaBeneficiaire',
      'F22 (vide) AGENCE DEVELOPPEMENT COMMUNAL VILLE ST LOUIS',
      'secteur, catégorie, type : hors du schéma ; gardées, non vérifiées',
      'rnaBeneficiaire, dispositifAide : colonnes facultatives absentes du fichier',
    ]) {
      expect(flat).toContain(said)
    }
  })
})

describe('one value to give', () => {
  const schema = readDescriptor({
    fields: [
      { name: 'nature', type: 'string', constraints: { enum: ['don', 'prêt'] } },
      { name: 'montant', type: 'number' },
      { name: 'siret', type: 'string' },
    ],
    custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }],
  })
  const RIGHT = 'don,5,21950999900013'
  const said = async (rows: readonly string[]): Promise<string> => {
    const text = ['nature,montant,siret', ...rows, ''].join('\n')
    return page([await validate(memorySource(text), { schema })])
      .replaceAll('\u00a0', ' ')
      .replaceAll(/\s+/g, ' ')
  }
  const among = (...wrong: string[]): string[] => [...Array(95)].map((_, i) => wrong[i / 7] ?? RIGHT)

  it('is not said of the same wrong amount on two rows of many: they may be two amounts', async () => {
    const text = await said(among('don,x,21950999900013', 'don,x,21950999900013'))
    expect(text).toContain("À REPRENDRE DANS LE FICHIER D'ORIGINE 2 cellules Colonne B, montant : 2 valeurs qui ne sont pas des nombres")
    expect(text).toContain(' B2 x Lignes 2 et 9. ')
    expect(text).not.toContain('VALEUR À DONNER')
  })

  it('is said of a name out of a list, and of a number of someone, on two rows of many, but not of the whole column', async () => {
    for (const [wrong, what] of [
      [
        'cadeau,5,21950999900013',
        'Colonne A, nature : 2 valeurs hors de la liste permise, chaque fois la même valeur A2 cadeau Lignes 2 et 9.',
      ],
      ['don,5,21950999900014', 'Colonne C, siret : 2 valeurs qui ne sont pas des SIRET, chaque fois la même valeur C2 21950999900014'],
    ] as const) {
      const text = await said(among(wrong, wrong))
      expect(text).toContain(`UNE SEULE VALEUR À DONNER 2 cellules ${what}`)
      // It would fill the empty cells of the column as well.
      expect(text).not.toContain('--set')
    }
  })

  it('is said of a column that holds nothing else', async () => {
    const text = await said(among().map(() => 'don,x,21950999900013'))
    expect(text).toContain('UNE SEULE VALEUR À DONNER 95 cellules Colonne B, montant')
    expect(text).toContain('partout la même valeur')
  })

  it('is not said of two columns: these are two values', async () => {
    const text = await said(among('cadeau,5,21950999900014', 'cadeau,5,21950999900014'))
    expect(text).toContain('QUELQUES VALEURS À DONNER 4 cellules')
  })
})

it('tells groups of one column that have the same title as one', async () => {
  const schema = readDescriptor({
    fields: [{ name: 'siret', type: 'string', constraints: { pattern: '^\\d{14}$' } }],
    custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }],
  })
  // Of the wrong length, of the wrong digits, and none at all.
  const text = ['siret', '2195099', '21950999900014', '21950999900013', 'ABC', '219', ''].join('\n')
  const checked = await validate(memorySource(text), { schema })
  expect(checked.columns[0]?.groups).toHaveLength(2)
  const said = page([checked]).replaceAll('\u00a0', ' ')
  expect(said.match(/^ {2}Colonne .*$/gm)).toEqual(['  Colonne A, siret : 4 valeurs qui ne sont pas des SIRET'])
  expect(said).toMatch(/A2 {3}2195099\n {4}A3 {3}21950999900014\n {4}A5 {3}ABC\n {4}… et 1 autre : ligne 6\./)
  expect(said.match(/Il faut un SIRET/g)).toHaveLength(1)
})

describe('the schema', () => {
  const { schema } = good()
  const older = { ...schema, name: 'scdl/subventions', origin: 'shipped', newer: '2.2.0' } as const
  const fetched = { name: 'ville/piscines', version: '1.1.0', origin: 'registry' } as const
  const later = 'Schéma fourni avec scdl ; une version plus récente existe : 2.2.0.'

  it('is not spoken of where it is shipped and the newest', () => expect(page([good()])).not.toMatch(/Schéma|plus récente/))

  it('is told to be older than another', () => {
    expect(page([{ ...good(), schema: older }])).toContain(later)
    expect(page([{ ...untidy(), schema: older }])).toContain(later)
    expect(page([{ ...good(), schema: older }], { quiet: true })).not.toContain(later)
  })

  it('is told to be of the registry, or a copy of it', () => {
    expect(page([{ ...good(), schema: fetched }])).toContain('Schéma téléchargé du registre.')
    expect(page([{ ...good(), schema: { ...fetched, origin: 'cache' } }])).toContain('gardé sur cet ordinateur.')
  })

  it('is told once for all files', () => {
    const text = page(
      [
        { ...good(), schema: older },
        { ...untidy(), schema: older },
        { ...good(), schema: fetched },
      ],
      { width: 100 },
    )
    expect(text.match(/plus récente/g)).toHaveLength(1)
    expect(text).toContain('Schéma scdl/subventions 2.1.1, fourni avec scdl ; une version plus récente existe')
    expect(text).toContain('Schéma ville/piscines 1.1.0, téléchargé du registre.')
  })
})

describe('tables as they come', () => {
  const schema = {
    fields: [{ name: 'nom', constraints: { required: true } }, { name: 'siret' }, { name: 'rna' }, { name: 'montant', type: 'number' }],
    custom_checks: [{ name: 'one-of-required', params: { column1: 'siret', column2: 'rna' } }],
  }
  const read = async (csv: string): Promise<string> => {
    const text = page([await validate(memorySource(csv), { schema: readDescriptor(schema) })])
    return text.replaceAll(/\s+/g, ' ').replaceAll('\u00a0', ' ')
  }

  it('counts the columns outside the schema that are not listed', async () => {
    const others = Array.from({ length: 1500 }, (_, i) => `c${i}`).join(';')
    expect(await read(`nom;siret;rna;montant;${others}\nA;1;2;3${';'.repeat(1500)}\n`)).toContain('… et 1 488 autres : hors du schéma')
  })

  it('renames what a check across columns misses, rather than asking for another column', async () => {
    const text = await read('nom;Siret;montant\nA;1;3\n')
    expect(text).toContain("À RENOMMER DANS L'EN-TÊTE 1 colonne")
    expect(text).toContain('B1 Siret → siret')
    expect(text).not.toContain("il faut au moins l'une des deux")
    expect(text).not.toContain('Colonne B, « Siret »')
  })

  it('asks nothing of totals and notes', async () => {
    const text = await read('nom;siret;rna;montant\nA;1;;3\nB;2;;4\nTotal;;;7\n')
    expect(text).toContain('1 cellule fausse de totaux ou de notes')
    expect(text).not.toContain('À REPRENDRE')
  })

  it('says where to take the spaces off a name', async () => {
    expect(await read('nom ;siret;rna; montant\nA;1;2;3\n')).toMatch(/Colonne A, nom : des espaces .* Colonne D, montant : des espaces /)
  })

  it('says first that the header seems to be missing', async () => {
    expect(await read('Mairie;123;W1;5\nÉcole;124;W2;6\n')).toMatch(/^.{0,300}la ligne d'en-tête manque, ou le schéma n'est pas le bon/)
  })
})
