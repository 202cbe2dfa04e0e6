// Reports made by hand, with the figures of files seen in the field and names of our own.
import { codes } from '../../src/codes.js'
import type { Code, Details, Diagnostic } from '../../src/core/diagnostic.js'
import type { CellGroup, ColumnReport, Count, Report, TableReport } from '../../src/core/reportTypes.js'

export function count(code: Code, times: number, more: Partial<Count> = {}): Count {
  return { code, ...codes[code as keyof typeof codes], count: times, repairable: 0, ...more }
}

export function finding(code: Code, details: Details = {}, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code, ...codes[code as keyof typeof codes], details, ...more }
}

export function column(position: number, label: string, more: Partial<ColumnReport> = {}): ColumnReport {
  return { column: position, label, field: label, filled: 396, invalid: 0, ...more }
}

export function table(more: Partial<TableReport> = {}): TableReport {
  const { stats, ...others } = more
  return {
    source: 'subventions.csv',
    verdict: 'valid',
    valid: true,
    schema: { name: 'scdl/subventions', version: '2.1.1', title: 'Subventions', origin: 'shipped' },
    format: { name: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', headerRow: 1 },
    columns: [],
    counts: [],
    diagnostics: [],
    truncated: false,
    faultyRows: [],
    ...others,
    stats: {
      rows: 396,
      columns: 16,
      errors: 0,
      warnings: 0,
      infos: 0,
      invalidRows: 0,
      invalidCells: 0,
      repairableCells: 0,
      bytes: 82_684,
      ...stats,
    },
  }
}

export function report(...files: TableReport[]): Report {
  const sum = (pick: (stats: TableReport['stats']) => number): number => files.reduce((total, { stats }) => total + pick(stats), 0)
  const valid = files.every((file) => file.valid)
  return {
    scdl: '0.1.0',
    verdict: valid ? 'valid' : 'invalid',
    valid,
    stats: {
      files: files.length,
      rows: sum((s) => s.rows),
      errors: sum((s) => s.errors),
      warnings: sum((s) => s.warnings),
      infos: sum((s) => s.infos),
      seconds: 0.0812345,
    },
    files,
  }
}

const NAMES = ['LOGEMENT DES COTEAUX SA', 'CROQUE ET COMPAGNIE', 'ROUES LIBRES', 'ATELIER DU FLEUVE']
const SIRET_DETAILS: CellGroup['details'] = {
  'cell/pattern': { type: 'string', format: 'default', constraint: '^\\d{14}$', example: '21950999900013' },
  'row/french-siret-value': { fault: 1 },
}

/** The figures of SPEC 5: 396 rows saved again by a spreadsheet, none of them right. */
export function damagedByASpreadsheet(): TableReport {
  const dates = ['06/12/2022', '24/05/2022', '26/04/2022']
  const missing = ['rnaBeneficiaire', 'dispositifAide']
  const extra = ['secteur', 'catégorie', 'type']
  return table({
    source: 'subventions-2022.csv',
    verdict: 'invalid',
    valid: false,
    truncated: true,
    stats: {
      rows: 396,
      columns: 17,
      errors: 1980,
      warnings: 5,
      infos: 0,
      invalidRows: 396,
      invalidCells: 1584,
      repairableCells: 396,
      bytes: 82_684,
    },
    columns: [
      column(1, 'nomAttribuant'),
      column(2, 'idAttribuant', {
        invalid: 396,
        groups: [
          {
            codes: ['cell/pattern', 'row/french-siret-value'],
            repair: 'scientificNotation',
            certainty: 'impossible',
            cells: 396,
            values: [{ value: '2,43E+13', cells: 396 }],
            examples: [2, 3, 4].map((row) => ({ row, cell: '2,43E+13' })),
            details: SIRET_DETAILS,
          },
        ],
      }),
      column(3, 'dateConvention', {
        filled: 0,
        invalid: 396,
        groups: [
          {
            codes: ['cell/required'],
            cells: 396,
            values: [{ value: '', cells: 396 }],
            examples: [2, 3, 4].map((row) => ({ row, cell: '' })),
            details: { 'cell/required': { type: 'date', format: 'default', example: '2024-03-18' } },
          },
        ],
      }),
      column(4, 'referenceDecision', { filled: 0 }),
      column(5, 'nomBeneficiaire'),
      column(6, 'idBeneficiaire', {
        filled: 386,
        invalid: 396,
        groups: [
          {
            codes: ['row/french-siret-value'],
            repair: 'scientificNotation',
            certainty: 'impossible',
            cells: 386,
            examples: ['7,17E+13', '8,30E+13', '8,14E+13'].map((cell, i) => ({ row: i + 2, cell })),
            details: { 'row/french-siret-value': { fault: 1 } },
          },
          {
            codes: ['row/one-of-required'],
            cells: 10,
            examples: [22, 42, 71].map((row) => ({ row, cell: '' })),
            details: { 'row/one-of-required': { column1: 'idBeneficiaire', column2: 'rnaBeneficiaire' } },
          },
        ],
      }),
      column(11, 'datesPeriodeVersement', {
        invalid: 396,
        groups: [
          {
            codes: ['cell/pattern'],
            repair: 'dayFirstDate',
            certainty: 'lossless',
            assumption: { name: 'day-first', proofs: 225, contradictions: 0, settled: true },
            cells: 396,
            examples: dates.map((cell, i) => ({ row: i + 2, cell, suggestion: cell.split('/').reverse().join('-') })),
            details: { 'cell/pattern': { constraint: '^\\d{4}-\\d{2}-\\d{2}$' } },
          },
        ],
      }),
      ...extra.map((label, i) => ({ column: 15 + i, label, filled: 396, invalid: 0 })),
    ],
    counts: [
      count('cell/pattern', 396, { field: 'idAttribuant' }),
      count('row/french-siret-value', 396, { field: 'idAttribuant' }),
      count('cell/required', 396, { field: 'dateConvention' }),
      count('row/french-siret-value', 386, { field: 'idBeneficiaire' }),
      count('row/one-of-required', 10, { field: 'idBeneficiaire' }),
      count('cell/pattern', 396, { field: 'datesPeriodeVersement', repairable: 396 }),
      ...missing.map((field) => count('header/missing-column', 1, { field })),
      ...extra.map((label) => count('header/extra-column', 1, { label })),
    ],
    diagnostics: [
      ...missing.map((field) => finding('header/missing-column', {}, { row: 1, field })),
      ...extra.map((label, i) => finding('header/extra-column', {}, { row: 1, column: 15 + i, label })),
      finding(
        'cell/pattern',
        { constraint: '^\\d{14}$' },
        { row: 2, line: 2, column: 2, field: 'idAttribuant', cell: '2,43E+13', repair: 'scientificNotation' },
      ),
      finding(
        'cell/pattern',
        { constraint: '^\\d{4}-\\d{2}-\\d{2}$' },
        {
          row: 2,
          line: 2,
          column: 11,
          field: 'datesPeriodeVersement',
          cell: '06/12/2022',
          suggestion: '2022-12-06',
          repair: 'dayFirstDate',
        },
      ),
    ],
    faultyRows: [...NAMES, 'AGENCE DES COMMUNES DU HAUT PAYS'].map((name, i) => ({
      row: [2, 3, 4, 5, 22][i] ?? 0,
      cells: ['Métropole', '2,43E+13', '', '', name, '7,17E+13'],
      faults: [2, 3, 6, 11],
    })),
  })
}

/** Names to correct, a column to add, rows cut or too long, blank rows, keys, and values that nothing can mend. */
export function untidy(): TableReport {
  const enumDetails: Details = {
    type: 'string',
    format: 'default',
    values: ['verre', 'papier', 'carton', 'métal', 'textile', 'bois', 'gravats', 'piles'],
  }
  return table({
    source: 'points-apport.csv',
    verdict: 'invalid',
    valid: false,
    schema: { name: './schema.json', version: '1.0.0', title: 'Points d’apport volontaire', origin: 'path' },
    format: { name: 'csv', encoding: 'windows-1252', encodingConfidence: 0.7, delimiter: '\t', headerRow: 3, wrapped: 'gzip' },
    stats: { rows: 120, columns: 6, errors: 34, warnings: 3, infos: 1, invalidRows: 19, invalidCells: 18, repairableCells: 3, bytes: 4000 },
    columns: [
      column(1, 'code', {
        invalid: 2,
        groups: [
          {
            codes: ['cell/unique'],
            cells: 2,
            examples: [
              { row: 14, cell: 'PAV-3' },
              { row: 20, cell: 'PAV-9' },
            ],
            details: { 'cell/unique': { firstRow: 6 } },
          },
        ],
      }),
      column(2, 'nom', { filled: 120 }),
      column(3, 'type', {
        invalid: 9,
        groups: [
          {
            codes: ['cell/enum'],
            repair: 'words',
            certainty: 'lossless',
            cells: 3,
            values: [
              { value: ' Métal ', cells: 2, suggestion: 'métal' },
              { value: 'PAPIER', cells: 1, suggestion: 'papier' },
            ],
            examples: [
              { row: 9, cell: ' Métal ', suggestion: 'métal' },
              { row: 11, cell: 'PAPIER', suggestion: 'papier' },
              { row: 12, cell: ' Métal ', suggestion: 'métal' },
            ],
            details: { 'cell/enum': enumDetails },
          },
          {
            codes: ['cell/enum'],
            cells: 6,
            values: [
              { value: 'divers', cells: 4 },
              { value: 'autre', cells: 2 },
            ],
            examples: [
              { row: 30, cell: 'divers' },
              { row: 31, cell: 'divers' },
              { row: 40, cell: 'autre' },
            ],
            details: { 'cell/enum': enumDetails },
          },
        ],
      }),
      column(4, 'mise en service', {
        field: 'mise_en_service',
        invalid: 2,
        nearMiss: 'punctuation',
        groups: [
          {
            codes: ['cell/type'],
            cells: 2,
            values: [
              { value: 'bientôt', cells: 1 },
              { value: '2023', cells: 1 },
            ],
            examples: [
              { row: 8, cell: 'bientôt' },
              { row: 9, cell: '2023' },
            ],
            details: { 'cell/type': { type: 'date', format: '%d/%m/%Y' } },
          },
        ],
      }),
      column(5, 'releve', {
        invalid: 4,
        groups: [
          {
            codes: ['cell/type'],
            repair: 'dayFirstDate',
            certainty: 'lossless',
            assumption: { name: 'day-first', proofs: 0, contradictions: 0, settled: false },
            cells: 4,
            examples: [
              { row: 5, cell: '03/04/2024' },
              { row: 6, cell: '05/04/2024' },
              { row: 7, cell: '07/08/2024' },
            ],
            details: { 'cell/type': { type: 'date', format: 'default' } },
          },
        ],
      }),
      column(6, 'tonnage', {
        invalid: 3,
        groups: [
          {
            codes: ['cell/minimum'],
            cells: 1,
            values: [{ value: '-4', cells: 1 }],
            examples: [{ row: 77, cell: '-4' }],
            details: { 'cell/minimum': { type: 'number', constraint: '0' } },
          },
          {
            codes: ['cell/type'],
            cells: 2,
            values: [
              { value: 'gauche', cells: 1 },
              { value: 'droite', cells: 1 },
            ],
            examples: [
              { row: 50, cell: 'gauche' },
              { row: 51, cell: 'droite' },
            ],
            details: { 'cell/type': { type: 'number', format: 'default' } },
          },
        ],
      }),
    ],
    counts: [
      count('file/title-rows', 1, { repairable: 1 }),
      count('header/missing-label', 1, { field: 'mise_en_service', repairable: 1 }),
      count('header/missing-label', 1, { field: 'commune' }),
      count('row/blank', 6, { repairable: 6 }),
      count('row/extra-cell', 2),
      count('row/unclosed-quote', 1),
      count('row/primary-key', 2),
      count('cell/unique', 2, { field: 'code' }),
      count('cell/enum', 9, { field: 'type', repairable: 3 }),
      count('cell/type', 4, { field: 'releve' }),
      count('cell/minimum', 1, { field: 'tonnage' }),
      count('cell/type', 2, { field: 'tonnage' }),
      count('file/encoding', 1),
      count('schema/property', 2),
      count('row/total', 1),
    ],
    diagnostics: [
      finding('file/encoding', { encoding: 'windows-1252' }),
      finding('schema/property', { property: 'constraint', field: 'type' }),
      finding('schema/property', { property: 'constraint', field: 'code' }),
      finding('file/title-rows', { rows: 2, first: 'Points d’apport volontaire du territoire' }, { row: 1, rowEnd: 2 }),
      finding(
        'header/missing-label',
        { nearMiss: 'mise en service', nearMissColumn: 4, proof: 'punctuation' },
        { row: 3, field: 'mise_en_service' },
      ),
      finding('header/missing-label', {}, { row: 3, field: 'commune' }),
      finding(
        'header/extra-column',
        { nearMissOf: 'mise_en_service', proof: 'punctuation' },
        { row: 3, column: 4, label: 'mise en service' },
      ),
      ...[5, 6, 7, 24].map((row) => finding('cell/type', { type: 'date' }, { row, column: 5, field: 'releve', cell: '03/04/2024' })),
      finding('cell/unique', { firstRow: 6 }, { row: 14, column: 1, field: 'code', cell: 'PAV-3' }),
      finding('cell/unique', { firstRow: 8 }, { row: 20, column: 1, field: 'code', cell: 'PAV-9' }),
      finding('row/extra-cell', {}, { row: 50, line: 52, column: 7, cell: '12.5' }),
      finding('row/extra-cell', {}, { row: 51, line: 53, column: 7, cell: '8' }),
      finding('row/unclosed-quote', {}, { row: 60, line: 62, column: 2 }),
      finding('row/blank', { rows: 1 }, { row: 70 }),
      finding('row/blank', { rows: 5 }, { row: 118, rowEnd: 122 }),
      finding('row/total', {}, { row: 117 }),
      finding('row/primary-key', { fields: ['code', 'type'], firstRow: 6 }, { row: 14 }),
      finding('row/primary-key', { fields: ['code', 'type'] }, { row: 90 }),
    ],
    afterRenaming: {
      errors: 2,
      counts: [count('cell/type', 2, { field: 'mise_en_service' })],
      diagnostics: [8, 9].map((row) =>
        finding('cell/type', { type: 'date' }, { row, column: 4, field: 'mise_en_service', label: 'mise en service', cell: 'bientôt' }),
      ),
    },
    faultyRows: [5, 6, 7, 8, 9, 30, 31, 40].map((row) => ({ row, cells: [`PAV-${row}`, `Place du ${row} mai`], faults: [] })),
  })
}

export function goodWithRemarks(): TableReport {
  return table({
    source: 'données/subventions 2024.csv',
    stats: { rows: 1584, columns: 14, errors: 0, warnings: 2, infos: 0, invalidRows: 0, invalidCells: 0, repairableCells: 0, bytes: 5000 },
    counts: [count('header/missing-column', 1, { field: 'idRAE' }), count('header/order', 1)],
    diagnostics: [
      finding('header/missing-column', {}, { row: 1, field: 'idRAE' }),
      finding('header/order', { expected: ['a', 'b'], found: ['b', 'a'] }, { row: 1 }),
    ],
  })
}

export const good = (): TableReport => table({ columns: [column(1, 'nomAttribuant')] })

export function notATable(): TableReport {
  return table({
    source: 'arrêté.csv',
    verdict: 'invalid',
    valid: false,
    stats: { rows: 0, columns: 0, errors: 1, warnings: 0, infos: 0, invalidRows: 0, invalidCells: 0, repairableCells: 0, bytes: 900 },
    counts: [count('file/not-a-table', 1)],
    diagnostics: [finding('file/not-a-table', { found: 'pdf' })],
  })
}

export function duplicateLabels(): TableReport {
  return table({
    verdict: 'invalid',
    valid: false,
    rowsNotChecked: true,
    stats: { rows: 0, columns: 3, errors: 1, warnings: 1, infos: 0, invalidRows: 0, invalidCells: 0, repairableCells: 0, bytes: 900 },
    columns: ['montant', 'montant', 'note'].map((label, i) => ({ column: i + 1, label, filled: 0, invalid: 0 })),
    counts: [count('header/duplicate-label', 1, { label: 'montant' }), count('header/extra-column', 1, { label: 'note' })],
    diagnostics: [
      finding('header/duplicate-label', { columns: ['1', '2'], blank: false }, { row: 1, column: 2, label: 'montant' }),
      finding('header/extra-column', {}, { row: 1, column: 3, label: 'note' }),
    ],
  })
}

export function mendable(): TableReport {
  return table({
    verdict: 'convertible',
    valid: false,
    stats: { rows: 40, columns: 16, errors: 6, warnings: 0, infos: 0, invalidRows: 6, invalidCells: 6, repairableCells: 6, bytes: 900 },
    columns: [
      column(6, 'idBeneficiaire', {
        invalid: 1,
        groups: [
          {
            codes: ['row/french-siret-value'],
            repair: 'leadingZeros',
            certainty: 'verified',
            cells: 1,
            values: [{ value: '5880148100035', cells: 1, suggestion: '05880148100035' }],
            examples: [{ row: 7, cell: '5880148100035', suggestion: '05880148100035' }],
            details: { 'row/french-siret-value': { fault: 1 } },
          },
        ],
      }),
      column(9, 'montant', {
        invalid: 5,
        groups: [
          {
            codes: ['cell/type'],
            repair: 'decimalNumber',
            certainty: 'lossless',
            cells: 5,
            examples: [
              ['1 850,50', '1850.50'],
              ['3 200 €', '3200'],
              ['450,00', '450.00'],
            ].map(([cell = '', suggestion = ''], i) => ({ row: i + 2, cell, suggestion })),
            details: { 'cell/type': { type: 'number', format: 'default' } },
          },
        ],
      }),
    ],
    counts: [
      count('row/french-siret-value', 1, { field: 'idBeneficiaire', repairable: 1 }),
      count('cell/type', 5, { field: 'montant', repairable: 5 }),
    ],
    diagnostics: [2, 3, 4, 9, 12].map((row) =>
      finding(
        'cell/type',
        { type: 'number' },
        { row, column: 9, field: 'montant', cell: '1,5', suggestion: '1.5', repair: 'decimalNumber' },
      ),
    ),
  })
}
