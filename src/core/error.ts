// The request is wrong: no such file, unknown schema, a limit exceeded. Shown as one sentence that says what to do; exit code 2.
import type { Detail, Details } from './diagnostic.js'
import { withoutPassword } from './withoutPassword.js'

/** Faults of a run over many files, or of the union of its parts. */
export type RunFault =
  /** path, seconds: the limit */
  | 'time-exceeded'
  /** path, reason: 'memory', or what the runtime says */
  | 'thread-died'
  | 'no-git'
  /** path */
  | 'not-a-repository'
  /** ref */
  | 'unknown-ref'
  /** reason: the first line of what git says */
  | 'git-failed'
  /** path */
  | 'not-a-report'
  /** versions: string[] */
  | 'report-versions'
  /** count, missing: how many, shards: string[] such as `2/4` */
  | 'missing-shards'
  | 'different-runs'
  /** The parts of a run have not found the same files. */
  | 'different-files'
  /** path, reports: string[] */
  | 'reported-twice'

/** Faults of a request about a data package. */
export type PackageFault =
  /** path?: the descriptor has no resources, so that it is no data package */
  | 'no-resources'
  /** ref: a data package, resource, known: string[], nearest?. Without known: the schema is no data package */
  | 'unknown-resource'
  /** ref: a data package, resource: it says nothing of the columns of this one; path?: the file that stands for it */
  | 'resource-without-schema'
  /** path: of a file, ref: a data package, known: string[]: nothing shows which of its resources the file is */
  | 'no-such-table'
  /** reference: as the package writes it, ref: the package, out of whose folder it leads */
  | 'outside-package'

/** Faults of the request. The sentence for each is in messages/; the details that it receives stand in the comment. */
export type RequestFault =
  | RunFault
  | PackageFault
  /** path, nearest?: the file of that folder that is spelt most like it */
  | 'no-such-file'
  /** path */
  | 'no-permission'
  /** path, reason: the system's own code (`EISDIR`: a folder), or 'broken-link' */
  | 'read-failed'
  /**
   * kind: 'none' (no source was given), 'folder' (path, extensions: string[]), 'pattern' (path), 'configuration' (path: it names no files, or
   * none that is there), 'filtered' (files: how many there were before)
   */
  | 'nothing-to-check'
  /** ref, and either nearest?, known: string[], or (the schema exists, not that version) name, versions: string[] */
  | 'unknown-schema'
  /** ref, candidates: string[] */
  | 'ambiguous-schema'
  /** path, line */
  | 'schema-not-json'
  | 'schema-not-table-schema'
  /** path?, reason: what the library that compiles it says of it, in English */
  | 'json-schema-refused'
  /** path?, reference: as the schema writes it: to a document that is not the registry's */
  | 'schema-reference'
  /** ref, type ('jsonschema', 'datapackage', 'other' …), title?, documentation?: its address, tables?: string[] (of a data package) */
  | 'schema-type'
  /** ref, why: 'offline' | 'ci': the schema is known, but only the registry has it */
  | 'schema-not-at-hand'
  /** path: a URL, reason: see `DownloadReason`, status?: of the answer */
  | 'download-failed'
  /** path: a URL, host */
  | 'private-address'
  /** options: string[] */
  | 'conflicting-options'
  /** known: string[], or, where the labels of a file were looked at, path and either candidates: string[], the likeliest first, or unreadable: there is no table in it */
  | 'schema-required'
  /** command, nearest?, known: string[] */
  | 'unknown-command'
  /** option, nearest?, help: the command that shows what there is */
  | 'unknown-option'
  /** argument: its name in the help, help */
  | 'missing-argument'
  /** argument: as given, help */
  | 'unexpected-argument'
  /** option, value? (absent: none was given), help?, and either expected: 'integer' | 'shard' | 'seconds' | 'size' | 'character' | 'value' | 'url' | 'other-file' | 'annotated-file' | 'table', or known: string[], nearest? */
  | 'bad-option-value'
  | 'unknown-encoding'
  | 'unsupported-format'
  /** path: a URL */
  | 'unsupported-source'
  /** limit ('schemaBytes', 'schemaDepth', 'schemaParts', 'schemaSteps', 'schemaDocuments', 'resources', 'jsonDepth', 'reportBytes', 'documentBytes' or a key of `Limits`), value */
  | 'limit-exceeded'
  /** path ('-': standard output), folder, reason: 'no-such-folder' | 'not-folder' | 'is-folder' | 'no-permission' | 'read-only' | 'no-space' | 'busy', or the system's own code */
  | 'write-failed'
  | 'file-exists'
  /** field, nearest?, known: string[]: the user names a field that the schema does not have */
  | 'unknown-field'
  /** field, value: a value given for a field that does not accept it */
  | 'value-refused'
  /** column, path?, nearest?, known: string[]: a table has no such column */
  | 'unknown-column'
  /** path, sources: string[]: two sources would be written to the same file */
  | 'same-output'
  /** option, files: how many: one file is named for several */
  | 'one-output'
  /** limit: 'cell' (value, characters, row, column: of the output) 'columns' (value), 'size' (value: bytes) or 'character' (row, column): what a workbook cannot hold */
  | 'workbook-limit'
  /** a map is asked for of a table that has no column of places */
  | 'no-geometry'
  /** path, line?: a file that should say which column is which field, and does not */
  | 'bad-mapping'
  /** path, sources: how many, first: one of them: a command that takes one file was given several */
  | 'one-source'
  /**
   * path, line?, key? (`files[0].shema`), reason: 'syntax' | 'form' (of the file), 'unknown-key' (known, nearest?), 'missing' (key: absent
   * one, keys…), 'value' (value, known, nearest?), 'type' (value, expected), 'unknown-code' (value, nearest?), 'pattern' (value),
   * 'capture' (value, known), 'outside' (value)
   */
  | 'bad-configuration'
  /** path, configuration: no entry of the configuration matches the file */
  | 'unmatched-file'
  /** path: a folder, files: how many tables it has, none of which shows its schema */
  | 'no-schema-recognised'
  /** path: a list of known faults that is not there yet */
  | 'no-baseline'
  /**
   * path, line?: a list of known faults that cannot be understood; name?: of the file, entry?: of its faults, from 1, where key (nearest?)
   * is unknown or has no such value, or missing is missing
   */
  | 'bad-baseline'
  /** sheet: as given, known: string[]: none, where the file is no workbook */
  | 'no-such-sheet'
  | 'header-row-not-found'

export class ScdlError extends Error {
  /** Shown, logged, reported: no address in them has its password. */
  readonly details: Details

  constructor(
    readonly code: RequestFault,
    details: Details = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'ScdlError'
    this.details = Object.fromEntries(Object.entries(details).map(([name, detail]) => [name, shownDetail(detail)]))
  }
}

const shownDetail = (detail: Detail): Detail => (typeof detail === 'string' ? withoutPassword(detail) : detail)
