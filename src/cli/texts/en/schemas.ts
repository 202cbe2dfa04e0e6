// The help of `scdl schemas` in English.
import type { SchemasTexts } from '../schemasTexts.js'

const REF = 'a name (subventions, scdl/subventions@2.1.1), the path of a .json file, or a web address'

export const schemas: SchemasTexts = {
  summary: 'find a schema, read it, compare it, check it',
  description: `The schemas of schema.data.gouv.fr: find them, read them, compare them, check
your own.

The registry is consulted once a day at most; without a network, scdl uses the
schemas that it ships with and those already downloaded.`,
  after: `
Examples:
  scdl schemas search vélo
  scdl schemas fields subventions
  scdl schemas template subventions --out template.csv`,
  commands: {
    list: { summary: 'list the schemas', after: '\nExample:\n  scdl schemas list' },
    search: {
      summary: 'search schemas by words',
      arguments: ['words to find in the name, the title or the description'],
      after: '\nExample:\n  scdl schemas search aire covoiturage',
    },
    show: { summary: 'sum up a schema', arguments: [REF], after: '\nExample:\n  scdl schemas show subventions' },
    fields: { summary: 'say what each column expects', arguments: [REF], after: '\nExample:\n  scdl schemas fields subventions@2.1.1' },
    diff: {
      summary: 'say what changes from one version to another',
      arguments: [`the version to start from: ${REF}`, 'the version to compare it with, named likewise'],
      after: '\nExample:\n  scdl schemas diff subventions@2.0.2 subventions@2.1.1',
    },
    doc: {
      summary: 'write the documentation of the schema on one page',
      arguments: [REF],
      after: '\nExample:\n  scdl schemas doc subventions --format html --out subventions.html',
    },
    update: {
      summary: 'download the catalogue and the newest versions',
      description: `Downloads the catalogue, and the newest version of the schemas that ship with
scdl or are kept on this computer; or of those that are named. scdl then reads
them without a network.`,
      arguments: ['names of schemas to keep as well'],
      after: '\nExamples:\n  scdl schemas update\n  scdl schemas update etalab/schema-sdirve\n  scdl schemas update --all',
    },
    lint: {
      summary: 'check a schema, for those who write them',
      description: `Checks a schema: Table Schema, Validata's checks, the rules of the registry, and
common mistakes.

Exit code: 0 if it is valid, 1 if it has errors, 2 if it could not be read.`,
      arguments: [REF],
      after: '\nExample:\n  scdl schemas lint schema.json',
    },
    template: {
      summary: 'write an empty table to fill in',
      description: `Writes an empty table with the columns of the schema, to open in a spreadsheet
program: a CSV, or a workbook if the name of the file ends in .xlsx. The workbook
has a row with an example, lists to choose from, columns ready for text or
dates, and a sheet that says what each column expects.`,
      arguments: [REF],
      after: '\nExample:\n  scdl schemas template subventions --out subventions.xlsx',
    },
  },
  options: {
    offline: 'download nothing: use only the schemas that are shipped or already kept',
    refresh: 'consult the registry now, even if that was already done today',
    registry: 'address of the registry (or variable SCDL_REGISTRY); https://schema.data.gouv.fr without this option',
    json: 'answer in JSON, for a program',
    format: 'form of the page: markdown or html',
    out: 'file to write, instead of the screen',
    force: 'replace the file if it already exists',
    all: 'all tables of the registry',
    failOn: 'exit with code 1 for warnings too (warning)',
    lang: 'language of the messages: fr or en (or variable SCDL_LANG)',
    quiet: 'only the essentials',
    noColor: 'use no colours (or variable NO_COLOR)',
  },
}
