// Whether Validata, which goes by the name of a file, would read it as what it is.
import type { Opened } from '../core/format.js'

/** The extensions that are right for each format, those that Validata has a reader for first. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  csv: ['csv', 'tsv', 'txt', 'tab'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  ods: ['ods', 'ots'],
  xls: ['xls', 'xlt'],
  xlsb: ['xlsb'],
  html: ['html', 'htm'],
  spreadsheetml: ['xml'],
}
const KNOWN = new Set(Object.values(EXTENSIONS).flat())
const READ_BY_VALIDATA: readonly string[] = ['csv', 'xlsx', 'ods', 'xls']

type Fault = NonNullable<Opened['faults']>[number]

/** `name`: a path or a URL. A name without an extension of tables, as that of a stream, says nothing. */
export function formatFault(found: string, name: string): Fault | undefined {
  const extension = /\.([a-z0-9]{1,5})(?:[?#].*)?$/i.exec(name)?.[1]?.toLowerCase()
  const claims = extension !== undefined && KNOWN.has(extension)
  if (claims && EXTENSIONS[found]?.includes(extension) === false) return { code: 'file/format', details: { found, extension } }
  return READ_BY_VALIDATA.includes(found) ? undefined : { code: 'file/format', details: { found } }
}
