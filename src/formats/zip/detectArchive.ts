// What a zip holds, by the names of its entries: its first bytes may not tell.
import type { FormatOptions } from '../../core/format.js'
import type { Platform, Source } from '../../core/source.js'
import type { WrappedSource } from '../wrappedSource.js'
import { openZip, type ZipArchive } from './openZip.js'
import { unzipSource } from './unzipSource.js'
import { ZipFault } from './zipFault.js'

export type ArchiveKind =
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'numbers'
  | 'docx'
  | 'pptx'
  | 'odt'
  | 'odp'
  | 'odg'
  | 'epub'
  | 'jar'
  | 'shapefile'
  | 'kmz'
  | 'corrupt'
  | 'encrypted'
  | 'zip'

export interface DetectedArchive {
  found: ArchiveKind
  /** The file that a zip, no more than that, holds alone. */
  only?: WrappedSource
}

const BY_NAME: readonly { found: ArchiveKind; name: RegExp }[] = [
  { found: 'xlsb', name: /(^|\/)workbook\.bin$/i },
  { found: 'xlsx', name: /^xl\/(.*\/)?[^/]+\.xml$|(^|\/)workbook\.xml$/i },
  { found: 'docx', name: /^word\/.*\.xml$/i },
  { found: 'pptx', name: /^ppt\/.*\.xml$/i },
  { found: 'numbers', name: /\.iwa$|^Index\.zip$/i },
]

/** Of archives that are no packages of Office. */
const OTHERS: readonly { found: ArchiveKind; name: RegExp }[] = [
  { found: 'jar', name: /^META-INF\/MANIFEST\.MF$/ },
  { found: 'shapefile', name: /\.shp$/i },
  { found: 'kmz', name: /^doc\.kml$/i },
]

const BY_MIMETYPE: Readonly<Record<string, ArchiveKind>> = {
  spreadsheet: 'ods',
  text: 'odt',
  presentation: 'odp',
  graphics: 'odg',
  'epub+zip': 'epub',
}
const MIMETYPE = /^application\/(?:(?:vnd\.oasis\.opendocument|vnd\.sun\.xml)\.(spreadsheet|text|presentation|graphics)|(epub\+zip))/
const LONGEST_MIMETYPE = 100

/** What a system adds beside the files. */
const BY_THE_WAY = /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db)$/

export async function detectArchive(source: Source, platform: Platform, { limits }: FormatOptions): Promise<DetectedArchive> {
  try {
    const archive = await openZip(source, platform, limits)
    const found = await detectKind(archive)
    const [only, ...others] = [...archive.entries.values()].filter(({ name }) => !BY_THE_WAY.test(name))
    if (found !== 'zip' || only === undefined || others.length > 0) return { found }
    return only.encrypted ? { found: 'encrypted' } : { found, only: unzipSource(archive, only) }
  } catch (error) {
    if (error instanceof ZipFault) return { found: error.found }
    throw error
  }
}

async function detectKind(archive: ZipArchive): Promise<ArchiveKind> {
  const names = [...archive.entries.keys()]
  const [, openDocument, other] = MIMETYPE.exec(await readMimetype(archive)) ?? []
  const declared = BY_MIMETYPE[openDocument ?? other ?? '']
  if (declared !== undefined) return declared
  const isPackage = names.includes('[Content_Types].xml')
  const kind = BY_NAME.find(({ found, name }) => (isPackage || found === 'numbers') && names.some((candidate) => name.test(candidate)))
  if (kind !== undefined) return kind.found
  // A package whose first entry should have been its type.
  if (names.includes('content.xml') && names.includes('META-INF/manifest.xml')) return 'ods'
  return OTHERS.find(({ name }) => names.some((candidate) => name.test(candidate)))?.found ?? 'zip'
}

async function readMimetype(archive: ZipArchive): Promise<string> {
  const entry = archive.entries.get('mimetype')
  if (entry === undefined || entry.size > LONGEST_MIMETYPE) return ''
  let text = ''
  for await (const chunk of archive.read(entry)) text += new TextDecoder().decode(chunk)
  return text
}
