// scdl schemas list
import { type KnownSchema, knownSchemas } from '../../../node/knownSchemas.js'
import { chooseVersion } from '../../../node/schemaReference.js'
import { type TableRow, tableLines } from '../../table.js'
import type { Page } from './page.js'
import { refreshCatalogue } from './refreshCatalogue.js'

const SHIPPED = '*'

export async function listSchemas(page: Page): Promise<number> {
  await refreshCatalogue(page.registry)
  const known = [...(await knownSchemas(page.registry)).values()].sort((a, b) => new Intl.Collator('fr').compare(a.name, b.name))
  await writeSchemas(known, page)
  return 0
}

/** As a table, or as JSON. */
export async function writeSchemas(schemas: readonly KnownSchema[], page: Page): Promise<void> {
  const { words, style, listWidth, flags } = page
  if (flags.json) return page.writeJson(schemas.map(plainSchema))
  const { list } = words
  const rows = schemas.map((schema): TableRow => {
    const isShipped = schema.shipped.length > 0
    const kind = isShipped ? undefined : list.kind(schema.type)
    const version = chooseVersion(schema.versions, undefined) ?? ''
    const title = kind === undefined ? schema.title : `${schema.title} (${kind})`
    return { cells: [schema.name, `${version}${isShipped ? ` ${SHIPPED}` : ''}`], last: [title] }
  })
  const shipped = schemas.filter((schema) => schema.shipped.length > 0).length
  const footer = flags.quiet || !Number.isFinite(listWidth) ? [] : ['', ...page.wrap(list.footer(schemas.length, shipped, SHIPPED))]
  await page.write([...tableLines([list.name, list.version, list.title], rows, listWidth, style), ...footer])
}

function plainSchema({ name, title, description, type, versions, shipped, documentation, package: parcel }: KnownSchema): object {
  return { name, title, description, type, version: chooseVersion(versions, undefined), versions, shipped, documentation, package: parcel }
}
