// The command line in English.
import { config, init } from './en/configuration.js'
import { convert } from './en/convert.js'
import { inspect } from './en/inspect.js'
import { merge } from './en/merge.js'
import { schemas } from './en/schemas.js'
import type { Texts } from './texts.js'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

export const en: Texts = {
  titles: {},
  program: {
    description: 'Checks the tables of data that French local governments publish. Same verdict as Validata, without a network.',
    version: 'show the version',
    help: 'show the help',
    helpCommand: 'show the help of a command',
    after: `
Examples:
  scdl validate
  scdl validate subventions.csv --schema subventions --lang en
  scdl validate --help`,
  },
  commandPlace: '<command> [options]',
  commandName: 'command',
  validate: {
    summary: 'check files and say what to correct',
    description: `Checks data files against a schema, and says what to correct. Without a file,
checks those that the configuration names (see scdl init).

Exit code: 0 if every file conforms, 1 if one of them does not, 2 if the request
could not be carried out, 3 for a defect of scdl.`,
    sources: "files, folders, patterns such as 'data/*.csv', web addresses, or - for standard input",
    options: {
      schema:
        'schema to follow, instead of that of the configuration: a name (subventions, scdl/subventions@2.1.1) or the path of a .json file; otherwise recognised by the column titles',
      report:
        'form of the report: human, json, ndjson, csv, markdown, html, github, gitlab, junit, sarif, validata or datagouv; with =file, writes it to that file; may be repeated',
      include: "keep only the files of this pattern, such as '*.xlsx' or 'data/**'; may be repeated",
      exclude: 'pass over the files and folders of this pattern, such as archives; may be repeated',
      changedSince: 'check only the files changed or added since this state of git, such as origin/main or HEAD',
      shard: 'check only part i of n of the files, to share the work between machines; see scdl merge',
      jobs: 'how many files are checked at the same time; chosen by their size without this option',
      maxSeconds: 'longest time for one file, in seconds; beyond it, the others go on and the exit code is 2',
      annotate:
        '.xlsx or .csv file to write your table to with, beside each row, what is wrong; in the workbook, the wrong cells are coloured',
      force: 'replace the file of --annotate if it exists already',
      encoding: 'encoding of the files, instead of recognising it: utf-8, windows-1252…',
      delimiter: 'separator of the columns, instead of recognising it: “,”, “;”, “|” or tab',
      quote: 'quote around the cells, instead of recognising it, or none',
      sheet: 'name or number of the sheet of the workbook, instead of looking for it',
      headerRow: 'number of the row of column titles, instead of looking for it',
      ignoreHeaderCase: 'accept column titles in capitals as in small letters',
      maxDiagnostics: 'number of findings told in detail per file; 0 for all (1000 without this option)',
      failOn: 'exit with code 1 for warnings too (warning), or for the code of a finding; may be repeated',
      rule: 'severity of a code of findings: off, info, warning or error, like header/extra-column=off; may be repeated',
      baseline: 'list of the faults that are known already: only new ones count',
      updateBaseline: 'write the faults that are found to this list',
      groupBy: 'give a total by folder as well (folder)',
      config: 'configuration to use, instead of looking for it in this folder and above',
      noConfig: 'use no configuration',
      noHints: 'leave out the remarks that have no effect on conformity',
      maxRecordSize: 'largest size of a row of the table, such as 16M (16M without this option)',
      maxColumns: 'largest number of columns (16384 without this option)',
      maxInflatedSize: 'largest size of a file once decompressed, such as 16G (16G without this option)',
      maxInflationRatio: 'largest ratio of decompressed size to compressed size (1000 without this option)',
      offline: 'download nothing: use only the schemas that are shipped or already kept',
      refresh: 'consult the registry now, even if that was already done today',
      registry: 'address of the registry (or variable SCDL_REGISTRY); https://schema.data.gouv.fr without this option',
      lang: 'language of the messages: fr or en (or variable SCDL_LANG)',
      quiet: 'a single line per file, and no progress',
      noColor: 'use no colours (or variable NO_COLOR)',
    },
    after: `
Examples:
  scdl validate subventions.csv --schema subventions --lang en
  scdl validate data/ --schema scdl/subventions@2.1.1
  scdl validate 'data/*.csv' --schema ./schema.json --report json=report.json
  scdl validate subventions.csv --schema subventions --annotate to-correct.xlsx
  cat subventions.csv | scdl validate - --schema subventions --report json`,
  },
  convert,
  inspect,
  init,
  config,
  merge,
  schemas,
  complaint: (sentence) => `scdl: ${sentence}`,
  defect: 'This is a defect of scdl, not of your data. Please report it with the text above.',
  progress(name, readBytes, share) {
    const done = share === undefined ? megabytes(readBytes) : `${Math.floor(share * 100)}%`
    return `Reading ${name === '-' ? 'standard input' : name}: ${done}`
  },
  runProgress: (done, files, share) => `${done} of ${files} files checked${share === undefined ? '' : `, ${Math.floor(share * 100)}%`}`,
}
