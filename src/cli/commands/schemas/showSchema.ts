// scdl schemas show: what a schema is, in a few lines.
import { ScdlError } from '../../../core/error.js'
import { visible } from '../../../messages/visible.js'
import { knownSchemas } from '../../../node/knownSchemas.js'
import { chooseVersion, readSchemaReference } from '../../../node/schemaReference.js'
import type { LoadedSchema } from '../../../validateOptions.js'
import { loadTables } from '../../loadSchema.js'
import type { Page } from './page.js'
import { summaryLines } from './summaryLines.js'

export async function showSchema(page: Page): Promise<number> {
  const { args, registry, flags } = page
  const ref = args[0] ?? ''
  try {
    const found = await loadTables(ref, registry)
    if (found.package !== undefined) {
      const { showPackage } = await import('./showPackage.js')
      return await showPackage(found.package, page)
    }
    const loaded = found.table
    const known = (await knownSchemas(registry)).get(loaded.facts.name)
    if (flags.json) await page.writeJson(plain(loaded, known?.allVersions, known?.documentation))
    else await page.write(tableSummary(loaded, known?.allVersions ?? [], known?.documentation, page))
  } catch (error) {
    if (!(error instanceof ScdlError) || error.code !== 'schema-type') throw error
    const { ref: name, type, title, documentation, tables } = error.details
    const versions = (await knownSchemas(registry)).get(String(name))?.allVersions ?? []
    const reference = readSchemaReference(ref)
    const version = chooseVersion(versions, reference.kind === 'name' ? reference.version : undefined)
    if (flags.json) await page.writeJson({ name, title, type, version, versions, documentation, tables })
    else await page.write(otherSummary(error, version, versions, page))
  }
  return 0
}

function plain({ schema, facts }: LoadedSchema, versions?: readonly string[], documentation?: string): object {
  const { title, description, homepage, fields, primaryKey, checks } = schema
  const required = fields.filter(({ constraints }) => constraints.required === true).map(({ name }) => name)
  return { ...facts, title, description, versions, homepage, documentation, fields: fields.length, required, primaryKey, checks }
}

function tableSummary(
  { schema, facts }: LoadedSchema,
  versions: readonly string[],
  documentation: string | undefined,
  page: Page,
): string[] {
  const { show } = page.words
  const { title, description, fields, primaryKey, checks, homepage } = schema
  const required = fields.filter(({ constraints }) => constraints.required === true).map(({ name }) => name)
  const isRegistered = facts.name !== '' && ['shipped', 'cache', 'registry'].includes(facts.origin)
  const version = facts.version?.replace(/^v/, '')
  return [
    page.style.bold(visible([facts.name, version].filter(Boolean).join(' '))),
    ...(title === undefined ? [] : page.wrap(title)),
    ...(description === undefined ? [] : ['', ...page.wrap(description)]),
    '',
    ...summaryLines(
      [
        [show.origin, show.origins[facts.origin]],
        [show.newer, facts.newer],
        [show.versions, versions.length > 1 ? versions.join(', ') : undefined],
        [show.columns, show.columnCount(fields.length, required.length)],
        [show.required, required.join(', ')],
        [show.key, primaryKey.join(' + ')],
        [show.checks, [...new Set(checks.map(({ name }) => name))].join(', ')],
        [show.documentation, documentation ?? homepage],
        [show.publish, isRegistered ? JSON.stringify({ name: facts.name, version }) : undefined],
      ],
      page,
    ),
    '',
    show.next,
    `  scdl schemas fields ${visible(page.shown)}`,
  ]
}

function otherSummary({ details }: ScdlError, version: string | undefined, versions: readonly string[], page: Page): string[] {
  const { show, list } = page.words
  const text = (detail: unknown): string => (Array.isArray(detail) ? detail.join(', ') : String(detail ?? ''))
  return [
    page.style.bold(visible([text(details.ref), version?.replace(/^v/, '')].filter(Boolean).join(' '))),
    ...page.wrap(text(details.title)),
    '',
    ...summaryLines(
      [
        [show.kind, list.kind(text(details.type))],
        [show.versions, versions.length > 1 ? versions.join(', ') : undefined],
        [show.tables, text(details.tables)],
        [show.documentation, text(details.documentation)],
        [show.publish, version === undefined ? undefined : JSON.stringify({ name: details.ref, version: version.replace(/^v/, '') })],
      ],
      page,
    ),
  ]
}
