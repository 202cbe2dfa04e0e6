// The help of `scdl convert` in English.
import type { ConvertTexts } from '../convertTexts.js'

export const convert: ConvertTexts = {
  summary: 'correct files and write them as the schema asks',
  description: `Corrects files of data and writes them as the schema asks: beside
subventions.csv, the file subventions.scdl.csv, and the list of all changes,
subventions.changes.xlsx. The source is never modified. What cannot be corrected
with certainty stays as it is, and is told.

Exit code: 0 if every file that was written is valid, 1 if one of them is not
yet, 2 if the request could not be carried out, 3 for a defect of scdl.`,
  sources: "files, folders, patterns such as 'data/*.csv', web addresses, or - for standard input",
  options: {
    out: 'file to write, or - for standard output',
    outDir: 'folder to write the files to, under the same name',
    to: 'format to write: csv, json, ndjson, xlsx, ods, geojson or parquet; without this option, by the name of the file to write, else csv',
    force: 'replace the files to write if they exist already',
    dryRun: 'write nothing: only say what would be changed',
    diff: 'show the changes one by one (the first 200)',
    changes: 'file to write the list of changes to: an XLSX workbook, or a CSV if its name says so',
    repair:
      'corrections to make: lossless (those that keep the value), verified (also those that a check confirms; without this option), none',
    set: 'value for the empty or wrong cells of this field; can be repeated',
    lookup: 'values from another table: its column “value”, by its column “key” which the file has too; can be repeated',
    dropExtra: 'remove the columns outside the schema instead of keeping them at the end',
    mapping:
      'CSV or workbook of two columns (label of the column, field of the schema) or JSON object that says which column is which field',
    writeMapping: 'file to write which column was taken for which field, to be completed and given with --mapping',
    acceptGuesses: 'also rename the columns whose name probably has a typing error',
  },
  after: `
Examples:
  scdl convert subventions.csv --schema subventions
  scdl convert subventions.csv --schema subventions --dry-run --diff
  scdl convert subventions.csv -s subventions --set idAttribuant=21950999900013
  scdl convert data/ --schema subventions --out-dir corrected`,
}
