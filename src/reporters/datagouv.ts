// The extras that data.gouv.fr keeps beside a resource, as its own validation writes them: the first hundred errors, without their cells.
import type { TableReport } from '../core/reportTypes.js'
import { jsonText } from './jsonText.js'
import type { Reporter, ReporterContext } from './reporter.js'
import { validataErrors } from './validata.js'

const MAX_ERRORS = 100

/** One file gives its extras; several give one object of extras by name of file. */
export const datagouv: Reporter = ({ files }, context) => {
  const [first] = files
  if (files.length === 1 && first !== undefined) return `${jsonText(extras(first, context))}\n`
  return `${jsonText(Object.fromEntries(files.map((table) => [table.source, extras(table, context)])))}\n`
}

function extras(table: TableReport, context: ReporterContext): object {
  const { schema, valid, stats } = table
  const errors = validataErrors(table, context)
    .slice(0, MAX_ERRORS)
    .map(({ cell: _cell, ...error }) => error)
  const named = (members: object): object =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [`validation-report:${name}`, value]))
  return named({
    schema_name: schema?.name,
    schema_version: schema?.version,
    schema_type: schema?.type ?? 'tableschema',
    validator: 'scdl',
    valid_resource: valid,
    nb_errors: Math.min(stats.errors, MAX_ERRORS),
    errors,
    validation_date: context.date?.toISOString().replace('Z', '+00:00'),
  })
}
