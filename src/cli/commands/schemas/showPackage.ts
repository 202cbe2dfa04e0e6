// scdl schemas show, for a data package: its tables, each with its schema.
import type { LoadedPackage, PackageTable } from '../../../dataPackage.js'
import { visible } from '../../../messages/visible.js'
import { knownSchemas } from '../../../node/knownSchemas.js'
import type { Page } from './page.js'
import { summaryLines } from './summaryLines.js'

export async function showPackage(loaded: LoadedPackage, page: Page): Promise<number> {
  const { facts, tables } = loaded
  const version = facts.version?.replace(/^v/, '')
  const entry = (await knownSchemas(page.registry)).get(facts.name)
  const documentation = entry?.documentation ?? loaded.homepage
  if (page.flags.json) {
    const { description, homepage } = loaded
    await page.writeJson({
      ...facts,
      type: 'datapackage',
      description,
      versions: entry?.allVersions,
      homepage,
      documentation,
      tables: tables.map(plain),
    })
    return 0
  }
  const { show, list } = page.words
  await page.write([
    page.style.bold(visible([facts.name, version].filter(Boolean).join(' '))),
    ...(facts.title === undefined ? [] : page.wrap(facts.title)),
    ...(loaded.description === undefined ? [] : ['', ...page.wrap(loaded.description)]),
    '',
    ...summaryLines(
      [
        [show.kind, list.kind('datapackage')],
        [show.origin, show.origins[facts.origin]],
        [show.newer, facts.newer],
        [show.versions, (entry?.allVersions.length ?? 0) > 1 ? entry?.allVersions.join(', ') : undefined],
        [show.documentation, documentation],
        [show.publish, entry && version !== undefined ? JSON.stringify({ name: facts.name, version }) : undefined],
      ],
      page,
    ),
    '',
    page.style.bold(show.tables),
    ...summaryLines(
      tables.map((table) => [table.name, tableWords(table, page)] as const),
      page,
    ),
    '',
    show.next,
    `  scdl schemas fields ${visible(`${page.shown}#${tables[0]?.name ?? ''}`)}`,
  ])
  return 0
}

function plain({ name, title, paths, schema, fault }: PackageTable): object {
  const { name: schemaName, version } = schema?.facts ?? {}
  return { name, title, paths, schema: schemaName, version, fields: schema?.schema.fields.length, fault: fault?.code }
}

function tableWords({ title, schema, fault }: PackageTable, { words: { show }, messages }: Page): string {
  if (fault !== undefined) return messages.requests[fault.code](fault.details)
  if (schema === undefined) return show.withoutSchema
  const { fields } = schema.schema
  const required = fields.filter(({ constraints }) => constraints.required === true).length
  return [title ?? schema.schema.title, `${show.columns.toLowerCase()} : ${show.columnCount(fields.length, required)}`]
    .filter((part) => part !== undefined)
    .join(' ; ')
}
