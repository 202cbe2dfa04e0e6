// scdl schemas fields
import { describeField } from '../../../schema/describeField.js'
import { loadSchema } from '../../loadSchema.js'
import { tableLines } from '../../table.js'
import { fieldSentences } from './fieldSentences.js'
import type { Page } from './page.js'

export async function listFields(page: Page): Promise<number> {
  const { args, registry, words, messages, style, flags } = page
  const { schema, facts } = await loadSchema(args[0] ?? '', registry)
  const described = schema.fields.map((field) => describeField(field, schema))
  if (flags.json) {
    const { name, version, origin } = facts
    await page.writeJson({
      name,
      version,
      origin,
      fields: described.map(({ rules: _rules, ...field }, i) => ({ ...field, constraints: schema.fields[i]?.constraints })),
    })
    return 0
  }
  const { fields } = words
  const rows = described.map((field) => ({
    cells: [field.name, fields.typeName(field.type), field.required ? fields.yes : fields.no],
    last: fieldSentences(field, messages, words),
  }))
  await page.write(tableLines([fields.column, fields.type, fields.required, fields.content], rows, page.width, style))
  return 0
}
