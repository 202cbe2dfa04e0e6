// What the codes about values of JSON documents stand for.
import type { KnownCode } from '../../codes.js'
import type { RuleWords } from '../ruleWords.js'

export const jsonRules: { readonly [C in Extract<KnownCode, `json/${string}`>]: RuleWords } = {
  'json/type': {
    title: 'Value of another kind',
    help: 'The value is not of the kind that the schema expects: text between quotation marks, number without them, true or false, list, object.',
  },
  'json/required': {
    title: 'Required property missing',
    help: 'The schema requires this property in each object of this kind. Add it, spelt exactly so.',
  },
  'json/enum': {
    title: 'Value outside the list',
    help: 'The schema allows certain values only, to be written exactly as it gives them: accents, capitals and spaces count.',
  },
  'json/const': { title: 'Imposed value', help: 'The schema allows a single value here, to be written exactly as it gives it.' },
  'json/pattern': {
    title: 'Unexpected form',
    help: 'The value does not have the form that the schema asks for: number of digits, letters, order of the date…',
  },
  'json/format': {
    title: 'Badly written value',
    help: 'The schema expects a date, an address or another text of a known form, which this one does not have.',
  },
  'json/minimum': { title: 'Value too small', help: 'The number is below the limit that the schema gives.' },
  'json/maximum': { title: 'Value too large', help: 'The number is above the limit that the schema gives.' },
  'json/exclusiveMinimum': {
    title: 'Value too small',
    help: 'The number has to be larger than the limit that the schema gives, and cannot equal it.',
  },
  'json/exclusiveMaximum': {
    title: 'Value too large',
    help: 'The number has to be smaller than the limit that the schema gives, and cannot equal it.',
  },
  'json/multipleOf': { title: 'Number that is no multiple', help: 'The schema allows only the multiples of a number.' },
  'json/minLength': { title: 'Value too short', help: 'The text has fewer characters than the schema asks for.' },
  'json/maxLength': { title: 'Value too long', help: 'The text has more characters than the schema allows.' },
  'json/minItems': { title: 'List too short', help: 'The list has fewer items than the schema asks for.' },
  'json/maxItems': { title: 'List too long', help: 'The list has more items than the schema allows.' },
  'json/uniqueItems': { title: 'Item that comes twice', help: 'In this list, each item has to differ from the others.' },
  'json/contains': {
    title: 'Expected item missing',
    help: 'The list has to hold items of a certain kind, and does not have as many as are wanted.',
  },
  'json/minProperties': { title: 'Too few properties', help: 'The object has fewer properties than the schema asks for.' },
  'json/maxProperties': { title: 'Too many properties', help: 'The object has more properties than the schema allows.' },
  'json/additionalProperties': {
    title: 'Property outside the schema',
    help: 'The schema allows no properties but its own. If this one should be known, its name has to be corrected.',
  },
  'json/additionalItems': { title: 'Items too many', help: 'The list has more items than the schema describes.' },
  'json/propertyNames': {
    title: 'Unexpected property name',
    help: 'The name of a property does not have the form that the schema asks for.',
  },
  'json/dependencies': {
    title: 'Properties to be given together',
    help: 'Some properties go together: where one is there, the other has to be too.',
  },
  'json/anyOf': { title: 'None of the allowed forms', help: 'The schema allows several forms, and the value follows none of them.' },
  'json/oneOf': { title: 'One form only', help: 'The value has to follow one form of the schema, and one only.' },
  'json/not': { title: 'Forbidden value', help: 'The schema forbids this value here.' },
  'json/duplicate-key': {
    title: 'Property written twice',
    help: 'An object has the same property twice: programs read only the last one. Keep the right one only.',
  },
}
