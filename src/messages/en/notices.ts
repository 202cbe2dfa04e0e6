// What the user should know of how the request was carried out: one line each.
import type { Details } from '../../core/diagnostic.js'
import type { NoticeCode } from '../../core/notice.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { count, list, number, quote } from './words.js'

const PATH_WIDTH = 300

const REASONS: Readonly<Record<string, (details: Details) => string>> = {
  'no-network': () => 'the server cannot be reached. Check the address and the connection.',
  refused: () => 'the server refuses the connection.',
  cut: () => 'the connection was cut.',
  timeout: () => 'the server did not answer in time.',
  certificate: () =>
    "its certificate is not recognised. If your network inspects connections, give your organisation's certificate in the variable NODE_EXTRA_CA_CERTS.",
  proxy: () => 'the proxy refused. Check the variables HTTPS_PROXY and NO_PROXY.',
  status: ({ status }) =>
    status === 404 || status === 410 ? 'there is nothing at this address (404).' : `the server answered with an error (${bare(status)}).`,
  redirects: () => 'the address leads to others without end, or out of the web.',
  'too-large': () => 'the document is larger than 10 MB.',
  'not-it': () => 'what is there is not what was expected.',
}

/** Why it was not, as the end of a sentence, with its full stop. */
export const notDownloaded = (details: Details): string => lookUp(REASONS, details.reason)?.(details) ?? `${bare(details.reason)}.`

const WRITE_REASONS: Readonly<Record<string, string>> = {
  'no-permission': 'you do not have permission to write there',
  'read-only': 'this disk is read-only',
  'no-space': 'there is no space left on the disk',
  'not-folder': 'it is not a folder',
  'no-such-folder': 'the folder does not exist and cannot be created',
  'is-folder': 'a folder stands there in the place of a file',
}

const CHOSEN_BY: Readonly<Record<string, string>> = {
  header: 'by its column titles',
  only: 'the only one of the package',
}

const used = ({ name, version }: Details): string =>
  name === undefined ? '' : ` scdl goes on with ${bare(name)}${version === undefined ? '' : ` ${bare(version)}`}, which it already had.`

export const notices: { readonly [N in NoticeCode]: (details: Details) => string } = {
  'registry-not-reached': (details) =>
    `The registry ${bare(details.host)} was not consulted: ${notDownloaded(details)}${used(details)} Next attempt tomorrow, or with --refresh.`,
  'version-not-reached': (details) =>
    `Version ${bare(details.wanted)} of ${bare(details.name)} could not be downloaded: scdl goes on with version ${bare(details.version)}.`,
  'copy-used': (details) =>
    `${shorten(textOf(details.path), PATH_WIDTH)} was not consulted: ${notDownloaded(details)} scdl goes on with ${details.date === undefined ? 'its last copy' : `the copy of ${bare(details.date)}`}.`,
  annotated: (details) => `The table, with its findings beside each row, is in ${shorten(textOf(details.path), PATH_WIDTH)}.`,
  'cache-not-written': (details) =>
    `Downloaded schemas cannot be kept in ${shorten(textOf(details.folder), PATH_WIDTH)}${reason(details)}. The variable SCDL_CACHE_DIR chooses another folder.`,
  'schema-detected': (details) =>
    `For ${details.path === '-' ? 'standard input' : shorten(textOf(details.path), PATH_WIDTH)}, scdl recognised the schema ${bare(details.name)}${details.version === undefined ? '' : ` ${bare(details.version)}`} (${bare(details.matched)} columns out of ${bare(details.columns)}). To choose another one: --schema.`,
  'resource-chosen': (details) =>
    `${details.path === '-' ? 'Standard input' : shorten(textOf(details.path), PATH_WIDTH)} is taken for the table ${quote(details.resource)} of ${quote(details.package)}, ${lookUp(CHOSEN_BY, details.by) ?? ''}. To choose another: --schema ${shorten(textOf(details.package), PATH_WIDTH)}#, followed by its name.`,
  'resources-absent': (details) =>
    `No file stands for ${listOf(details.resources).length > 1 ? 'these tables' : 'this table'} of ${quote(details.package)}: ${list(listOf(details.resources).map(quote))}.`,
  'files-without-resource': (details) =>
    Number(details.files) > 1
      ? `${number(Number(details.files))} files are not checked, ${shorten(textOf(details.path), PATH_WIDTH)} among them: they are none of the tables of ${quote(details.package)}.`
      : `${shorten(textOf(details.path), PATH_WIDTH)} is not checked: it is none of the tables of ${quote(details.package)}.`,
  'files-unmatched': (details) =>
    Number(details.files) > 1
      ? `${number(Number(details.files))} tables are checked with no schema, among them ${shorten(textOf(details.path), PATH_WIDTH)}: nothing in ${shorten(textOf(details.configuration), PATH_WIDTH)} names them.`
      : `${shorten(textOf(details.path), PATH_WIDTH)} is checked with no schema: nothing in ${shorten(textOf(details.configuration), PATH_WIDTH)} names it.`,
  'pattern-without-files': (details) =>
    `No file is like ${quote(details.pattern)}, which ${shorten(textOf(details.configuration), PATH_WIDTH)} names.`,
  'known-faults-expired': (details) =>
    Number(details.entries) > 1
      ? `${number(Number(details.entries))} known faults are no longer accepted, their date has passed: ${entry(details)}, until ${bare(details.until)}, for example.`
      : `A known fault is no longer accepted, its date has passed (${bare(details.until)}): ${entry(details)}.`,
  'known-faults-absent': (details) =>
    Number(details.entries) > 1
      ? `${number(Number(details.entries))} known faults are gone, for example ${entry(details)}. To take them off the list: --update-baseline.`
      : `A known fault is gone: ${entry(details)}. To take it off the list: --update-baseline.`,
  'known-faults-written': (details) =>
    `The list of known faults is written to ${shorten(textOf(details.path), PATH_WIDTH)}: ${count(Number(details.findings ?? 0), 'fault')}.`,
  'nothing-changed': (details) => `None of the files to check has changed since ${bare(details.ref)}.`,
}

const entry = ({ path, code, name }: Details): string =>
  `${shorten(textOf(path), PATH_WIDTH)}, ${bare(code)}${name === undefined ? '' : `, ${bare(name)}`}`

function reason(details: Details): string {
  const words = lookUp(WRITE_REASONS, details.reason)
  return words === undefined ? '' : `: ${words}`
}
