import type { Field, Schema } from '../../src/core/schema.js'

/** A schema of text fields: `a!` is required, `a=Title` has a title. */
export function testSchema(names: readonly string[], more: Partial<Schema> = {}): Schema {
  const fields = names.map((written): Field => {
    const [key, title] = written.split('=')
    const name = key!.replace(/!$/, '')
    return {
      name,
      type: 'string',
      format: 'default',
      ...(title === undefined ? {} : { title }),
      constraints: key!.endsWith('!') ? { required: true } : {},
      missingValues: [''],
      options: {},
    }
  })
  return { fields, primaryKey: [], uniqueKeys: [], foreignKeys: [], checks: [], ...more }
}
