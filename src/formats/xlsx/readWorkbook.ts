// Which sheets a workbook has, and where its parts stand in the archive. ECMA-376, parts 1 (18.2) and 2 (9.3)
import { ScdlError } from '../../core/error.js'
import { MAX_SHEETS } from '../sheet/workbookLimits.js'
import { readElements } from '../xml/readElements.js'
import type { ZipEntry } from '../zip/directory.js'
import type { ZipArchive } from '../zip/openZip.js'

export interface Workbook {
  date1904: boolean
  sheets: { name: string; hidden: boolean; entry: ZipEntry }[]
  styles: ZipEntry | undefined
  strings: ZipEntry | undefined
}

interface Relationship {
  /** Last word of its type: strict and transitional workbooks have other addresses before it. */
  type: string
  target: string
}

/** undefined: the archive holds no workbook of worksheets. Throws what the archive and the scanner throw. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook | undefined> {
  const find = entryFinder(archive)
  const main = [...(await readRelationships(archive, find, '')).values()].find(({ type }) => type === 'officeDocument')
  const path = main?.target ?? 'xl/workbook.xml'
  const entry = find(path)
  if (entry === undefined || !path.endsWith('.xml')) return undefined

  const relationships = await readRelationships(archive, find, path)
  const declared: { name: string; hidden: boolean; id: string }[] = []
  let date1904 = false
  await readElements(archive.read(entry), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true|on)$/i.test(attributes.get('date1904') ?? '')
      else if (name === 'sheet') {
        if (declared.length === MAX_SHEETS) throw new ScdlError('limit-exceeded', { limit: 'sheets', value: MAX_SHEETS })
        declared.push({
          name: attributes.get('name') ?? '',
          hidden: /hidden/i.test(attributes.get('state') ?? ''),
          id: attributes.get('id') ?? '',
        })
      }
    },
  })
  const folder = folderOf(path)
  const sheets = declared.flatMap(({ name, hidden, id }, i) => {
    const relationship = relationships.get(id)
    // Charts and dialogues are sheets as well.
    if (relationship !== undefined && relationship.type !== 'worksheet') return []
    const sheet = find(relationship?.target ?? `${folder}worksheets/sheet${i + 1}.xml`)
    return sheet === undefined ? [] : [{ name, hidden, entry: sheet }]
  })
  const part = (type: string): ZipEntry | undefined => {
    const target = [...relationships.values()].find((relationship) => relationship.type === type)?.target
    return find(target ?? `${folder}${type}.xml`)
  }
  return { date1904, sheets, styles: part('styles'), strings: part('sharedStrings') }
}

/** By id; targets as paths in the archive. `path`: the part whose relationships they are, empty for those of the package. */
async function readRelationships(
  archive: ZipArchive,
  find: (path: string) => ZipEntry | undefined,
  path: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = folderOf(path)
  const found = new Map<string, Relationship>()
  const entry = find(`${folder}_rels/${path.slice(folder.length)}.rels`)
  if (entry === undefined) return found
  await readElements(archive.read(entry), {
    open(name, attributes) {
      const target = attributes.get('Target')
      if (name !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External') return
      const type = attributes.get('Type')?.replace(/^.*\//, '') ?? ''
      found.set(attributes.get('Id') ?? '', { type, target: resolvePath(folder, target) })
    },
  })
  return found
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

function resolvePath(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Names of parts are equal whatever their case, and may be escaped as in URLs. */
function entryFinder({ entries }: ZipArchive): (path: string) => ZipEntry | undefined {
  const folded = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]))
  return (path) => entries.get(path) ?? folded.get(path.toLowerCase()) ?? folded.get(unescapePath(path).toLowerCase())
}

function unescapePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
