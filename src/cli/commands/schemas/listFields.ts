// scdl schemas fields
import type { LoadedPackage } from '../../../dataPackage.js'
import { visible } from '../../../messages/visible.js'
import { describeField } from '../../../schema/describeField.js'
import type { LoadedSchema } from '../../../validateOptions.js'
import { loadTables } from '../../loadSchema.js'
import { tableLines } from '../../table.js'
import { fieldSentences } from './fieldSentences.js'
import type { Page } from './page.js'

export async function listFields(page: Page): Promise<number> {
  const found = await loadTables(page.args[0] ?? '', page.registry)
  if (found.package !== undefined) await writePackage(found.package, page)
  else if (page.flags.json) await page.writeJson(plain(found.table))
  else await page.write(fieldLines(found.table, page))
  return 0
}

/** Of each table whose schema can be had. */
async function writePackage({ facts, tables }: LoadedPackage, page: Page): Promise<void> {
  const known = tables.flatMap(({ name, schema }) => (schema === undefined ? [] : [{ name, schema }]))
  if (page.flags.json) {
    const { name, version, origin } = facts
    await page.writeJson({ name, version, origin, tables: known.map(({ name: resource, schema }) => ({ resource, ...plain(schema) })) })
  } else {
    await page.write(
      known.flatMap(({ name, schema }) => [page.style.bold(visible(name)), '', ...fieldLines(schema, page), '']).slice(0, -1),
    )
  }
  for (const { fault } of tables) if (fault !== undefined) await page.run.complain(fault)
}

function plain({ schema, facts: { name, version, origin } }: LoadedSchema): object {
  const fields = schema.fields.map((field) => {
    const { rules: _rules, ...described } = describeField(field, schema)
    return { ...described, constraints: field.constraints }
  })
  return { name, version, origin, fields }
}

function fieldLines({ schema }: LoadedSchema, { words, messages, width, style }: Page): string[] {
  const { fields } = words
  const rows = schema.fields.map((declared) => {
    const field = describeField(declared, schema)
    return {
      cells: [field.name, fields.typeName(field.type), field.required ? fields.yes : fields.no],
      last: fieldSentences(field, messages, words),
    }
  })
  return tableLines([fields.column, fields.type, fields.required, fields.content], rows, width, style)
}
