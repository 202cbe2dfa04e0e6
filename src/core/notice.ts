// What the user should know of how the request was carried out. Not a fault: nothing stops, no exit code changes.
import type { Details } from './diagnostic.js'

/** The sentence for each is in messages/; the details that it receives stand in the comment. */
export type NoticeCode =
  /** host, reason: see `DownloadReason`, status?; name?, version?: the schema that is used all the same */
  | 'registry-not-reached'
  /** name, wanted, version, reason: the newer version could not be had, this one is used */
  | 'version-not-reached'
  /** path: a URL, reason, status?, date?: when the copy that is used was made */
  | 'copy-used'
  /** folder, reason: as for the fault 'write-failed' */
  | 'cache-not-written'
  /** path, name, version?, matched: how many columns are the schema's, columns: how many there are */
  | 'schema-detected'
  /** path, package, resource: which table of it the file was taken for, by: 'header' | 'only', neither its place nor its name says it */
  | 'resource-chosen'
  /** package, resources: string[], those that no file stands for */
  | 'resources-absent'
  /** package, files: how many stand for none of its tables, path: one of them */
  | 'files-without-resource'
  /** files: how many, path: one of them, configuration: where no entry matches them */
  | 'files-unmatched'
  /** pattern, configuration */
  | 'pattern-without-files'
  /** entries: how many, path, code, name?, until: of one of them */
  | 'known-faults-expired'
  /** entries: how many, path, code, name?: of one of them */
  | 'known-faults-absent'
  /** path, entries, findings */
  | 'known-faults-written'
  /** ref: of git, files: how many */
  | 'nothing-changed'
  /** path: the table with its findings was written there */
  | 'annotated'

export interface Notice {
  code: NoticeCode
  details: Details
}
