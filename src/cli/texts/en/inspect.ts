// The help of `scdl inspect` in English.
import { visible } from '../../../messages/visible.js'
import type { InspectTexts } from '../inspectTexts.js'

export const inspect: InspectTexts = {
  summary: 'say what a file is, what its columns hold, which schema it follows',
  description: `Says what a file is: format, encoding, separator, sheets, row of titles; what each
column holds; which schema it is like; what data.gouv.fr would make of it. Nothing
is asked of the network.

Exit code: 0 if it is a table that can be read, 1 if it is none, 2 if the request
could not be carried out, 3 for a defect of scdl.`,
  source: 'file, or - for standard input',
  options: {
    json: 'answer in JSON, for a program',
    schemaOut: 'write to this file a schema inferred from the content (Table Schema); - for standard output',
    force: 'replace the file of the schema if it exists',
    sheet: 'sheet to describe, by its name or its place, instead of choosing it',
    quiet: 'a single line, and no progress',
  },
  after: `
Examples:
  scdl inspect subventions.csv
  scdl inspect workbook.xlsx --sheet 2023
  scdl inspect table.csv --schema-out schema.json
  cat table.csv | scdl inspect - --json`,
  written: (path) => `Inferred schema, written to ${visible(path)}.`,
}
