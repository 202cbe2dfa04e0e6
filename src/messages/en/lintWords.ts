// What lint says of a schema, for its author: what is wrong, and the remedy.
import type { Detail } from '../../core/diagnostic.js'
import { listOf } from '../details.js'
import type { SchemaWords } from '../schemaWords.js'
import { patternReason } from './schemaCodes.js'
import { list, quote } from './words.js'

const didYouMean = (nearest: Detail): string => (nearest === undefined || nearest === '' ? '' : ` Did you mean ${quote(nearest)}?`)

const ADMISSION: Readonly<Record<string, string>> = {
  name: 'the identifier of the schema, in small letters',
  title: 'its title, for readers',
  description: 'a sentence that says what the table describes',
  homepage: 'the address of the repository or of the page of the schema',
  version: 'its version number, for example 1.0.0',
  contributors: 'the list of its authors, with at least one email address',
}

const ENCOURAGED: Readonly<Record<string, string>> = {
  path: 'the address of this file, at this version',
  created: 'the date of its creation, yyyy-mm-dd',
  lastModified: 'the date of its last change, yyyy-mm-dd',
  resources: 'the example files',
  sources: 'the texts that the schema follows',
}

export const lintWords: SchemaWords['lint']['rules'] = {
  'not-json': ({ line }) => `This is not readable JSON: the mistake is on line ${String(line)}, or just before.`,
  'not-an-object': () => 'A schema is a JSON object, between braces: this file holds something else.',
  'no-fields': () => 'The schema has no columns: it needs a list “fields”, with at least one column.',
  'duplicate-key': ({ key }) => `The property ${quote(key)} is written twice: only the last one counts. Keep one.`,
  'misspelt-property': ({ property, nearest }) => `The property ${quote(property)} is unknown, and has no effect.${didYouMean(nearest)}`,
  'misplaced-constraint': ({ property }) => `${quote(property)} stands beside “type”, where it has no effect. Put it into “constraints”.`,
  'useless-property': ({ property }) => `The property ${quote(property)} has no effect here. Remove it, or express the rule otherwise.`,
  'property-value': ({ property, value }) => `The property ${quote(property)} cannot have this value: ${quote(value)}.`,
  'field-not-an-object': ({ value }) => `A column is a JSON object, between braces, not ${quote(value)}.`,
  'field-name-missing': () => 'This column has no name: add “name”.',
  'field-name-duplicate': ({ name }) => `Two columns are called ${quote(name)}: rename one of them.`,
  'field-name-spaces': ({ name }) => `The name of this column begins or ends with a space. Write ${quote(name)}.`,
  'unknown-type': ({ type, known, nearest }) =>
    `The type ${quote(type)} does not exist.${didYouMean(nearest) || ` Possible types: ${list(listOf(known), 'or')}.`}`,
  'unknown-format': ({ format, type }) => `The format ${quote(format)} does not exist for the type ${quote(type)}: it is not checked.`,
  'unsupported-constraint': ({ constraint, type }) =>
    `The constraint ${quote(constraint)} does not exist for the type ${quote(type)}. Remove it, or change the type.`,
  'unknown-constraint': ({ constraint }) => `The constraint ${quote(constraint)} does not exist: it has no effect.`,
  'constraint-value': ({ constraint, value }) => `The constraint ${quote(constraint)} cannot have this value: ${quote(value)}.`,
  'bound-value': ({ constraint, value, type }) =>
    `${quote(value)} is not a value of the type ${quote(type)}: nothing can be compared with it, and ${quote(constraint)} has no effect.`,
  'empty-range': ({ low, high }) => `${quote(low)} is above ${quote(high)}: no value can fit.`,
  'enum-value': ({ value, type }) => `The value ${quote(value)} of the list is not of the type ${quote(type)}: it can never fit.`,
  'enum-duplicate': ({ value }) => `The value ${quote(value)} is in the list twice.`,
  'enum-spaces': ({ value }) => `The value ${quote(value)} of the list begins or ends with a space, which nobody will see. Remove it.`,
  'boolean-words': ({ value }) => `The word ${quote(value)} means both yes and no. Remove it from one of the two lists.`,
  pattern: ({ pattern, reason }) => `The pattern ${quote(pattern)} cannot be understood${patternReason(String(reason))}.`,
  'pattern-alternatives': ({ better }) =>
    `Validata reads this pattern as “^…$”: the choices between “|” are not held together, and let too much through. Put them in parentheses: ${quote(better)}.`,
  'slow-pattern': () =>
    'A repetition can divide the same text in several ways: on some values, other tools would never finish. Write the pattern so that there is only one.',
  example: ({ example }) =>
    `The example ${quote(example)} does not follow the rules of its own column, and Validata refuses the schema. Correct one or the other.`,
  examples: ({ example }) => `The example ${quote(example)} does not follow the rules of its own column. Correct one or the other.`,
  'example-check': ({ example, check }) =>
    `The example ${quote(example)} does not pass the check ${quote(check)} of its column. Choose a true one.`,
  'key-field': ({ key, name }) => `The key ${quote(key)} names ${quote(name)}, which is no column of the schema.`,
  'key-value': ({ key, value }) => `The key ${quote(key)} cannot be understood (${quote(value)}): it needs names of columns.`,
  'key-resource': ({ name }) => `A key refers to the table ${quote(name)}, which the package does not have.`,
  'key-reference': ({ name, resource }) =>
    `A key refers to the column ${quote(name)} of the table ${quote(resource)}, which does not have it.`,
  'no-resources': () => 'A data package has a list “resources”, with at least one table: there is none here.',
  'resource-not-an-object': () => 'A table of the package is described by a JSON object, between braces.',
  'resource-name-missing': () => 'This table has no name: add “name”.',
  'resource-name-duplicate': ({ name }) => `Two tables are called ${quote(name)}: rename one of them.`,
  'resource-path-missing': () => 'This table does not say where its data are: add “path”, for example that of an example file.',
  'resource-file': ({ file }) => `The file ${quote(file)} is not in the folder of the package.`,
  'resource-schema-missing': () => 'This table has no schema: nothing can be checked in it. Add “schema”.',
  'resource-schema': ({ place, reason }) => `The schema ${quote(place)} cannot be read. ${String(reason).replace(/\.$/, '')}.`,
  'foreign-key-length': ({ fields, referenced }) =>
    `This key has ${String(fields)} column(s) but points to ${String(referenced)}: there must be as many on both sides.`,
  'unknown-check': ({ check, nearest }) => `The check ${quote(check)} does not exist: Validata refuses the schema.${didYouMean(nearest)}`,
  'check-parameter': ({ check, parameter, value }) =>
    `The parameter ${quote(parameter)} of the check ${quote(check)} ${value === undefined ? 'is missing or cannot be understood' : `cannot be understood (${quote(value)})`}.`,
  'not-applied': ({ property }) => `The property ${quote(property)} comes from version 2 of Table Schema: Validata does not apply it.`,
  'missing-property': ({ property }) => `The registry asks for ${quote(property)}: ${ADMISSION[String(property)] ?? ''}.`,
  'encouraged-property': ({ property }) => `The registry recommends ${quote(property)}: ${ENCOURAGED[String(property)] ?? ''}.`,
  'name-form': ({ name }) => `The name ${quote(name)} must be written in small letters without accents, with “-” or “_” between words.`,
  'version-form': ({ version }) => `The version ${quote(version)} must have three numbers, such as 1.0.0, and be that of the git tag.`,
  'version-mismatch': ({ version, found, text }) =>
    `The version is ${quote(version)}, but ${quote(text)} says ${quote(found)}. Write the same everywhere.`,
  'address-form': ({ property, value }) => `${quote(property)} must be a full web address, not ${quote(value)}.`,
  'date-form': ({ property, value }) => `${quote(property)} must be a date yyyy-mm-dd, not ${quote(value)}.`,
  'email-form': ({ value }) => `${quote(value)} is not an email address.`,
  contributor: ({ property }) =>
    property === 'email'
      ? 'No contributor has an email address (“email”): the registry asks for one.'
      : 'This contributor has no name: add “title”.',
  'missing-file': ({ file }) => `The registry asks for a file ${quote(file)} beside the schema.`,
  'field-description': ({ field }) => `The column ${quote(field)} has neither title nor description: nobody will know what to write there.`,
  'field-example': ({ field }) => `The column ${quote(field)} has no example.`,
}
