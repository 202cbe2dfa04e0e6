// `scdl schemas` in English.
import { bare } from '../details.js'
import type { SchemaWords } from '../schemaWords.js'
import { changeWords } from './changeWords.js'
import { lintWords } from './lintWords.js'
import { typeName } from './types.js'
import { count, list, number, quote } from './words.js'

const KINDS: Readonly<Record<string, string>> = {
  jsonschema: 'JSON documents',
  datapackage: 'several tables',
  other: 'reference document',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const schemaWords: SchemaWords = {
  list: {
    name: 'SCHEMA',
    version: 'VERSION',
    title: 'TITLE',
    kind: (type) => (type === 'tableschema' ? undefined : (KINDS[type] ?? bare(type))),
    footer: (schemas, shipped, sign) =>
      `${count(schemas, 'schema')}, of which ${number(shipped)} ship with scdl (${sign}), without a network.`,
    none: (words) => `No schema mentions ${quote(words)}. Try fewer words, or “scdl schemas list”.`,
  },
  show: {
    version: 'Version',
    origin: 'Origin',
    origins: {
      shipped: 'shipped with scdl',
      cache: 'copy kept on this computer',
      registry: 'downloaded from the registry',
      path: 'file',
      url: 'web address',
      inline: 'program',
    },
    versions: 'Versions',
    newer: 'Newer',
    kind: 'Kind',
    table: 'table',
    tables: 'Tables',
    withoutSchema: 'no schema: nothing can be checked in it',
    columns: 'Columns',
    columnCount: (columns, required) => `${number(columns)}, of which ${number(required)} required`,
    required: 'Required',
    key: 'Key',
    checks: 'Checks',
    documentation: 'Learn more',
    publish: 'data.gouv.fr',
    next: 'The columns one by one:',
  },
  fields: {
    column: 'COLUMN',
    type: 'TYPE',
    required: 'REQUIRED',
    content: 'CONTENT',
    yes: 'yes',
    no: '',
    typeName,
    values: (values) => `One of these values: ${values.map(quote).join(', ')}.`,
    example: (example) => `Example: ${quote(example)}.`,
    unique: 'A different value on each row.',
    key: 'Part of the key: together, these columns identify one row and no other.',
    expected: (words) => `${capital(words)}.`,
  },
  diff: {
    title: (before, after) => `From ${before} to ${after}`,
    stricter: 'TO DO: a file that was right may be wrong',
    looser: 'ALSO ALLOWED',
    none: 'NO EFFECT ON CONFORMITY',
    same: 'Nothing changes for a file.',
    change: changeWords,
  },
  doc: {
    version: (version) => `Version ${version}`,
    summary: 'In short',
    columns: 'Columns',
    required: 'Required',
    kind: (type, required) => `${capital(type)}, ${required ? 'required' : 'optional'}.`,
    rules: 'Rules across columns',
    check: (name, fields) => `Check ${quote(name)} on ${list(fields.map(quote))}.`,
    key: (fields) => `Key: ${list(fields.map(quote))}. Two rows cannot have the same values there.`,
    writtenBy: 'Page written by scdl.',
    written: (path) => `${path} is written.`,
  },
  template: {
    documentation: 'documentation',
    word: 'example',
    exampleNote: 'This row shows how to fill in the others. Put your data in its place before you publish.',
    refusal: 'Choose a value from the list: the schema allows no other.',
    written: (path, columns, check) => `${path} is written: a table of ${count(columns, 'column')}, to fill in. Then: ${check}`,
  },
  update: {
    catalogue: (schemas, isNew) => `Catalogue ${isNew ? 'downloaded' : 'up to date'}: ${count(schemas, 'schema')}.`,
    fetched: (name, version) => `${name} ${version} downloaded.`,
    upToDate: (schemas) => `${count(schemas, 'schema')} already up to date on this computer.`,
  },
  lint: {
    severity: (severity) => ({ error: 'error', warning: 'warning', info: 'advice' })[severity],
    line: (line) => `line ${number(line)}`,
    verdict(path, { error, warning, info }) {
      const advice = count(info, 'piece of advice', 'pieces of advice')
      const told = [error > 0 ? count(error, 'error') : '', warning > 0 ? count(warning, 'warning') : '', info > 0 ? advice : '']
      const amounts = list(told.filter((part) => part !== ''))
      if (error > 0) return `✖ ${path}: ${amounts}.`
      return `✔ ${path} is a valid schema${amounts === '' ? '' : `, with ${amounts}`}.`
    },
    rules: lintWords,
  },
}
