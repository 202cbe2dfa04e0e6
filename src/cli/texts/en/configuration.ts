// The help of `scdl init` and `scdl config` in English, and what they say.
import { visible } from '../../../messages/visible.js'
import type { ConfigTexts, InitTexts } from '../configurationTexts.js'

export const init: InitTexts = {
  summary: 'prepare a configuration for the files of this folder',
  description: `Looks for the tables of a folder, recognises their schema by the titles of their
columns, and proposes a configuration, scdl.config.json, which pins the version
of each schema. From then on “scdl validate” is enough. Without a terminal, for
example in continuous integration, it is written without asking.`,
  folder: 'folder to prepare; the one you are in, if nothing is said',
  options: {
    yes: 'write the configuration without asking',
    dryRun: 'show the configuration on the standard output, without writing it',
    force: 'replace the configuration that exists already',
    quiet: 'say only what is written',
  },
  after: `
Examples:
  scdl init --lang en
  scdl init data --yes
  scdl init --dry-run > scdl.config.json`,
  table: ({ path, schema, matched = 0, fields = 0 }) =>
    schema === undefined
      ? `${visible(path)}: no schema recognised`
      : `${visible(path)}: ${schema} (${matched} columns recognised of the ${fields} of the schema)`,
  proposal: (path) => `Proposed configuration, ${visible(path)}:`,
  question: (path) => `Write ${visible(path)}? [Y/n]`,
  isYes: (answer) => /^(?:y|yes|o|oui|)$/i.test(answer.trim()),
  written: (path, check) => `${visible(path)} is written. To check the files that it names: ${visible(check)}`,
  notWritten: 'Nothing was written.',
}

export const config: ConfigTexts = {
  summary: 'show the settings in force and where they come from',
  description: `Shows the configuration that was found in this folder or above, the settings in
force and where each comes from. With files, shows which entry of the
configuration counts for each of them.`,
  sources: 'files whose entry to show',
  options: { json: 'as JSON, for a program', quiet: 'only the settings that are not the defaults' },
  after: `
Examples:
  scdl config
  scdl config data/219500002/subventions.csv
  scdl config --json`,
  none: 'No configuration in this folder, nor above.',
  path: (path) => `Configuration: ${path}`,
  files: 'Files, the first entry that fits counts:',
  unmatched: (source) => `${source}  →  no entry`,
  origins: { option: 'option', environment: 'environment variable', configuration: 'configuration', default: 'default' },
}
