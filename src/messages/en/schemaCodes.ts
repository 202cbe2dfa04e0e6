// Sentences about the schema: what could not be understood in it, for its authors.
import type { KnownCode } from '../../codes.js'
import type { Detail, Diagnostic } from '../../core/diagnostic.js'
import type { PatternReason } from '../../core/pattern/patternError.js'
import { listOf, lookUp, textOf } from '../details.js'
import { typeName } from './types.js'
import { list, quote } from './words.js'

/** ` of column “x”`, ` in column “x”`. */
const inField = (d: Diagnostic, word = 'of'): string => {
  const field = d.details.field ?? d.field
  return field === undefined ? '' : ` ${word} column ${quote(field)}`
}
const given = (detail: Detail): string => (detail === undefined ? '' : ` (${quote(detail)})`)
const didYouMean = (nearest: Detail): string => (nearest === undefined || nearest === '' ? '' : ` Perhaps ${quote(nearest)}?`)

const PATTERN_REASONS: { readonly [R in PatternReason]: string } = {
  'unbalanced-parenthesis': 'a parenthesis is missing',
  'unterminated-class': 'a square bracket is not closed',
  'nothing-to-repeat': 'a repetition sign repeats nothing',
  'multiple-repeat': 'two repetition signs follow each other',
  'bad-repeat': 'a repetition has wrong bounds',
  'bad-range': 'a range is the wrong way round',
  'bad-escape': 'a backslash is followed by an unknown sign',
  'bad-group': 'a group is unknown',
  'bad-reference': 'a reference points to a group that does not exist',
  'bad-flags': 'an option is unknown',
  'lookbehind-width': 'a condition on what comes before has no fixed length',
  'too-deep': 'too many groups stand inside one another',
}

export function patternReason(reason: string): string {
  const known: Readonly<Record<string, string>> = PATTERN_REASONS
  const words = lookUp(known, reason)
  return words === undefined ? '' : `: ${words}`
}

type SchemaCode = Extract<KnownCode, `schema/${string}`>

export const schemaCodes: { readonly [C in SchemaCode]: (d: Diagnostic) => string } = {
  'schema/unknown-type': (d) =>
    `The schema gives the content${inField(d)} an unknown type, ${quote(d.details.type)}: this content is not checked.`,
  'schema/unknown-format': (d) =>
    `The schema gives the content${inField(d)} an unknown format, ${quote(d.details.format)}: this format is not checked.`,
  'schema/property': (d) =>
    `The property ${quote(d.details.property)}${inField(d)} cannot be understood in the schema${given(d.details.value)}: it is left aside.`,
  'schema/misspelt-property': (d) =>
    `The schema has an unknown property, ${quote(d.details.property)}${inField(d, 'in')}: it is left aside.${didYouMean(d.details.nearest)}`,
  'schema/unsupported-constraint': (d) =>
    `The rule ${quote(d.details.constraint)}${inField(d)} does not apply to the type ${quote(typeName(textOf(d.details.type)))}: it is left aside.`,
  'schema/pattern': (d) =>
    `The pattern ${quote(d.details.pattern)}${inField(d)} cannot be understood${patternReason(textOf(d.details.reason))}. It is not checked.`,
  'schema/example': (d) =>
    `The example that the schema gives${inField(d, 'for')} (${quote(d.details.example)}) does not respect its own rules.`,
  'schema/key': (d) =>
    d.details.fields !== undefined
      ? `The schema wants ${list(listOf(d.details.fields).map(quote))} to exist in another table too, ${quote(d.details.name)}, which is not at hand: this reference is not checked. To have it checked, validate the two files together, against their data package (datapackage.json).`
      : `The key ${quote(d.details.key)} of the schema names ${quote(d.details.name)}, which does not exist or is in another file: it is not checked.`,
  'schema/unknown-check': (d) =>
    `The schema asks for a check that scdl does not know, ${quote(d.details.check)}: it is not done.${didYouMean(d.details.nearest)}`,
  'schema/form-only': (d) =>
    `For the check ${quote(d.details.check)}${inField(d)}, scdl checks that the form is right, but not that the value exists: it does not have the list.`,
  'schema/check-parameter': (d) =>
    `The parameter ${quote(d.details.parameter)} of the check ${quote(d.details.check)} cannot be understood${given(d.details.value)}: this check is not done.`,
}
