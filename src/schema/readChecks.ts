// `custom_checks`: which of the known checks a schema calls, and with what.
import type { CellCheck, RowCheck } from '../core/check.js'
import { nearest } from '../core/editDistance.js'
import type { CheckCall } from '../core/schema.js'
import { type Descriptor, isAbsent, isDescriptor, isText } from './descriptor.js'
import { type Say, showValue } from './schemaFault.js'

export interface KnownChecks {
  cellChecks: Readonly<Record<string, CellCheck>>
  rowChecks: Readonly<Record<string, RowCheck>>
  /** Other names that schemas use for these checks. */
  checkAliases: Readonly<Record<string, string>>
}

/** The calls that can be carried out, under the registry's own names. */
export function readChecks(written: unknown, known: KnownChecks, fields: ReadonlySet<string>, say: Say): CheckCall[] {
  if (isAbsent(written)) return []
  if (!Array.isArray(written)) {
    say('schema/property', { property: 'custom_checks', value: showValue(written) })
    return []
  }
  return written.flatMap((item): CheckCall[] => {
    const call = isText(item) ? { name: item } : isDescriptor(item) ? item : {}
    if (!isText(call.name)) {
      say('schema/property', { property: 'custom_checks', value: showValue(item) })
      return []
    }
    const name = resolveName(call.name, known)
    if (name === undefined) {
      const meant = nearest(call.name, [
        ...Object.keys(known.cellChecks),
        ...Object.keys(known.rowChecks),
        ...Object.keys(known.checkAliases),
      ])
      say('schema/unknown-check', { check: call.name, ...(meant === undefined ? {} : { nearest: meant }) })
      return []
    }
    if (!isAbsent(call.params) && !isDescriptor(call.params)) {
      say('schema/check-parameter', { check: call.name, parameter: 'params', value: showValue(call.params) })
      return []
    }
    const params = call.params ?? {}
    return isUsable(name, call.name, params, known, fields, say) ? [{ name, params }] : []
  })
}

function resolveName(written: string, { cellChecks, rowChecks, checkAliases }: KnownChecks): string | undefined {
  const name = Object.hasOwn(checkAliases, written) ? checkAliases[written]! : written
  return Object.hasOwn(cellChecks, name) || Object.hasOwn(rowChecks, name) ? name : undefined
}

function isUsable(
  name: string,
  written: string,
  params: Descriptor,
  { cellChecks, rowChecks }: KnownChecks,
  fields: ReadonlySet<string>,
  say: Say,
): boolean {
  const sayParameter = (parameter: string, value: unknown) =>
    say('schema/check-parameter', { check: written, parameter, ...(isAbsent(value) ? {} : { value: showValue(value) }) })

  if (Object.hasOwn(cellChecks, name)) {
    const check = cellChecks[name]!
    const isColumn = isText(params.column) && fields.has(params.column)
    const unusable = isColumn ? check.unusable?.(params) : 'column'
    if (unusable !== undefined) {
      sayParameter(unusable, params[unusable])
      return false
    }
    if (check.formOnly) say('schema/form-only', { check: written, field: String(params.column) })
    return true
  }
  const involved = rowChecks[name]!.fields(params)
  if (involved === undefined) {
    sayParameter(Object.keys(params).join(', ') || 'params', undefined)
    return false
  }
  // A field that the schema does not have is, for these checks, a column that the file does not have: they judge it themselves.
  for (const field of involved) {
    if (!fields.has(field)) sayParameter(parameterOf(field, params), field)
  }
  return true
}

function parameterOf(field: string, params: Descriptor): string {
  return Object.keys(params).find((key) => params[key] === field || (Array.isArray(params[key]) && params[key].includes(field))) ?? 'params'
}
