import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkAliases } from '../../../src/checks/aliases.js'
import { cellChecks } from '../../../src/checks/cell/index.js'
import { rowChecks } from '../../../src/checks/row/index.js'
import { fieldTypes } from '../../../src/fieldTypes/index.js'
import { schemaWordsFor } from '../../../src/messages/index.js'
import { type LintRule, lintRules } from '../../../src/schema/lint/finding.js'
import { lintDescriptor } from '../../../src/schema/lint/lintDescriptor.js'

import { packageCases, packageFiles } from './packageCases.js'

const known = { types: fieldTypes, cellChecks, rowChecks, checkAliases }
const shared = new URL('../../../../shared/', import.meta.url)

const sound = {
  name: 'piscines',
  title: 'Piscines',
  description: 'Les piscines.',
  homepage: 'https://exemple.fr/piscines',
  version: '1.2.0',
  path: 'https://exemple.fr/piscines/raw/v1.2.0/schema.json',
  created: '2024-01-31',
  lastModified: '2024-02-29T10:00:00Z',
  contributors: [{ title: 'Ville', email: 'donnees@exemple.fr', role: 'author' }],
  resources: [{ title: 'Exemple', path: 'https://exemple.fr/piscines/raw/v1.2.0/exemple.csv' }],
  sources: [{ title: 'Loi', path: 'https://exemple.fr/loi-2.3.4' }],
}
const field = (more: object = {}) => ({ name: 'nom', type: 'string', description: 'Le nom.', example: 'Tournesol', ...more })
const withField = (more: object) => ({ ...sound, fields: [field(more)] })
const withConstraints = (type: string, constraints: object, more: object = {}) =>
  withField({ type, constraints, example: undefined, ...more })
const rulesOf = async (descriptor: unknown) => (await lintDescriptor(descriptor, known)).map(({ rule, pointer }) => `${rule} ${pointer}`)

test('a sound descriptor', async () => expect(await lintDescriptor({ ...sound, fields: [field()] }, known)).toEqual([]))

const FIELD = '/fields/0'
const cases: [LintRule, string, unknown][] = [
  ['not-an-object', '', []],
  ['no-fields', '', sound],
  ['no-fields', '/fields', { ...sound, fields: [] }],
  ['misspelt-property', '/primaryKeys', { ...withField({}), primaryKeys: ['nom'] }],
  ['misspelt-property', `${FIELD}/contraints`, withField({ contraints: { required: true } })],
  ['misplaced-constraint', `${FIELD}/enum`, withField({ enum: ['a'] })],
  ['misplaced-constraint', `${FIELD}/pattern`, withField({ pattern: 'a' })],
  ['useless-property', `${FIELD}/minProperties`, withField({ minProperties: 1 })],
  ['useless-property', '/constraints', { ...withField({}), constraints: {} }],
  ['property-value', '/title', { ...withField({}), title: 3 }],
  ['property-value', '/missingValues', { ...withField({}), missingValues: 'NA' }],
  ['property-value', '/custom_checks', { ...withField({}), custom_checks: {} }],
  ['property-value', '/contributors', { ...withField({}), contributors: 'Ville' }],
  ['property-value', '/fieldsMatch', { ...withField({}), fieldsMatch: 'some' }],
  ['not-applied', '/fieldsMatch', { ...withField({}), fieldsMatch: 'subset' }],
  ['field-not-an-object', '/fields/1', { ...sound, fields: [field(), 'nom'] }],
  ['field-name-missing', '/fields/1', { ...sound, fields: [field(), { type: 'string', description: 'd', example: 'e' }] }],
  ['field-name-duplicate', '/fields/1/name', { ...sound, fields: [field(), field()] }],
  ['field-name-spaces', `${FIELD}/name`, withField({ name: ' nom' })],
  ['unknown-type', `${FIELD}/type`, withField({ type: 'sting' })],
  ['unknown-format', `${FIELD}/format`, withField({ type: 'date', format: 'jj/mm/aaaa', example: undefined })],
  ['unsupported-constraint', `${FIELD}/constraints/minLength`, withConstraints('date', { minLength: 3 })],
  ['unknown-constraint', `${FIELD}/constraints/obligatoire`, withConstraints('string', { obligatoire: true })],
  ['misspelt-property', `${FIELD}/constraints/requird`, withConstraints('string', { requird: true })],
  ['constraint-value', `${FIELD}/constraints/maxLength`, withConstraints('string', { maxLength: 'dix' })],
  ['constraint-value', `${FIELD}/constraints/enum`, withConstraints('string', { enum: [] })],
  ['bound-value', `${FIELD}/constraints/minimum`, withConstraints('integer', { minimum: 'zéro' })],
  ['empty-range', `${FIELD}/constraints/minimum`, withConstraints('integer', { minimum: 3, maximum: 2 })],
  ['empty-range', `${FIELD}/constraints/minLength`, withConstraints('string', { minLength: 3, maxLength: 2 })],
  ['enum-value', `${FIELD}/constraints/enum/1`, withConstraints('integer', { enum: ['1', 'deux'] })],
  ['enum-duplicate', `${FIELD}/constraints/enum/1`, withConstraints('string', { enum: ['a', 'a'] })],
  ['enum-spaces', `${FIELD}/constraints/enum/0`, withConstraints('string', { enum: ['a ', 'b'] })],
  [
    'boolean-words',
    `${FIELD}/trueValues`,
    withConstraints('boolean', {}, { trueValues: ['oui', 'o'], falseValues: ['non', 'o'], example: 'oui' }),
  ],
  ['pattern', `${FIELD}/constraints/pattern`, withField({ constraints: { pattern: '(a' } })],
  ['pattern-alternatives', `${FIELD}/constraints/pattern`, withConstraints('string', { pattern: 'ab|bc' }, { example: 'ab' })],
  ['slow-pattern', `${FIELD}/constraints/pattern`, withConstraints('string', { pattern: '^(\\w+\\s?)*$' }, { example: 'a' })],
  ['example', `${FIELD}/example`, withField({ type: 'integer', example: 'dix' })],
  ['examples', `${FIELD}/examples`, withField({ type: 'integer', example: undefined, examples: ['dix'] })],
  ['example-check', `${FIELD}/example`, { ...withField({}), custom_checks: [{ name: 'french-siret-value', params: { column: 'nom' } }] }],
  ['key-field', '/primaryKey', { ...withField({}), primaryKey: 'nmo' }],
  ['key-field', '/uniqueKeys/0', { ...withField({}), uniqueKeys: [['nmo']] }],
  ['key-field', '/foreignKeys/0/fields', { ...withField({}), foreignKeys: [{ fields: 'x', reference: { resource: 'a', fields: 'b' } }] }],
  ['key-value', '/primaryKey', { ...withField({}), primaryKey: 1 }],
  ['key-value', '/foreignKeys/0', { ...withField({}), foreignKeys: [{ fields: 'nom' }] }],
  [
    'foreign-key-length',
    '/foreignKeys/0/reference/fields',
    { ...withField({}), foreignKeys: [{ fields: 'nom', reference: { resource: 'a', fields: ['b', 'c'] } }] },
  ],
  ['unknown-check', '/custom_checks/0/name', { ...withField({}), custom_checks: [{ name: 'french-siret', params: { column: 'nom' } }] }],
  ['check-parameter', '/custom_checks/0/params', { ...withField({}), custom_checks: [{ name: 'siret', params: { column: 'nmo' } }] }],
  ['missing-property', '', { ...withField({}), homepage: undefined }],
  ['encouraged-property', '', { ...withField({}), created: undefined }],
  ['name-form', '/name', { ...withField({}), name: 'Piscines municipales' }],
  ['version-form', '/version', { ...withField({}), version: '1.2' }],
  ['version-mismatch', '/path', { ...withField({}), path: 'https://exemple.fr/piscines/raw/v1.1.0/schema.json' }],
  ['address-form', '/homepage', { ...withField({}), homepage: 'exemple.fr' }],
  ['date-form', '/created', { ...withField({}), created: '31/01/2024' }],
  ['email-form', '/contributors/0/email', { ...withField({}), contributors: [{ title: 'Ville', email: 'donnees@exemple.fr ' }] }],
  ['contributor', '/contributors', { ...withField({}), contributors: [{ title: 'Ville' }] }],
  ['contributor', '/contributors/0', { ...withField({}), contributors: [{ email: 'donnees@exemple.fr' }] }],
  ['field-description', FIELD, withField({ description: undefined })],
  ['field-example', FIELD, withField({ example: undefined })],
]

describe('one mistake', () => {
  test.each(cases)('%s %s', async (rule, pointer, descriptor) => {
    expect(await rulesOf(descriptor)).toContain(`${rule} ${pointer}`)
  })

  test('every rule has a case', () => {
    const elsewhere: LintRule[] = ['not-json', 'duplicate-key', 'missing-file', ...packageCases.map(([rule]) => rule), ...packageFiles]
    const tested = new Set([...elsewhere, ...cases.map(([rule]) => rule)])
    expect(Object.keys(lintRules).filter((rule) => !tested.has(rule as LintRule))).toEqual([])
  })

  test.each(['fr', 'en'] as const)('each has its sentence, whole: %s', async (language) => {
    const { lint } = await schemaWordsFor(language)
    for (const [, , descriptor] of cases) {
      for (const { rule, details } of await lintDescriptor(descriptor, known)) {
        const sentence = lint.rules[rule](details)
        expect(sentence).toMatch(/^\S.*[.?]$/)
        expect(sentence).not.toMatch(/undefined|\[object/)
      }
    }
  })
})

describe('what is no mistake', () => {
  test.each([
    ['alternatives held by parentheses', withField({ constraints: { pattern: '^(Tournesol|b)$' } })],
    ['alternatives that are each held', withField({ constraints: { pattern: '^Tournesol$|^b$' } })],
    ['repetitions apart', withField({ constraints: { pattern: '^(\\w+-)*\\w+$' } })],
    ['a bounded repetition', withField({ constraints: { pattern: '^(\\w+ ?){1,3}$' } })],
    ['a version with a v', { ...withField({}), version: 'v1.2.0' }],
    ['a foreign key to another table', { ...withField({}), foreignKeys: [{ fields: 'nom', reference: { resource: 'a', fields: 'b' } }] }],
    ['a field with values and no example', withConstraints('string', { enum: ['a', 'b'] })],
    ['an example that is a missing value', { ...withField({ example: 'NA' }), missingValues: ['', 'NA'] }],
  ])('%s', async (_, descriptor) => expect(await rulesOf(descriptor)).toEqual([]))
})

const descriptors = new URL('conformance/descriptors.jsonl', shared)
describe.skipIf(!existsSync(descriptors))('the descriptors of other implementations (skipped where they are not at hand)', () => {
  const lines = existsSync(descriptors) ? readFileSync(descriptors, 'utf8').trim().split('\n') : []
  const judged = lines.map((line) => JSON.parse(line) as { id: string; descriptor: unknown; expect: 'ok' | 'error'; disputed: boolean })
  test.each(judged.filter(({ disputed }) => !disputed).map(({ id, expect: wanted, descriptor }) => [id, wanted, descriptor] as const))(
    '%s: %s',
    async (_, wanted, descriptor) => {
      const errors = (await lintDescriptor(descriptor, known)).filter(({ severity }) => severity === 'error')
      expect(errors.length > 0 ? 'error' : 'ok', JSON.stringify(errors)).toBe(wanted)
    },
  )
})

const mirror = new URL('reference/schemas/', shared)
describe.skipIf(!existsSync(mirror))('every descriptor of the mirror (skipped where it is not at hand)', () => {
  test('is judged without a defect, in good time', async () => {
    const paths = readdirSync(mirror, { recursive: true, encoding: 'utf8' }).filter((path) => /[/\\]schema[^/\\]*\.json$/.test(path))
    let judged = 0
    for (const path of paths) {
      const descriptor: unknown = JSON.parse(readFileSync(new URL(path.replaceAll('\\', '/'), mirror), 'utf8'))
      for (const { rule } of await lintDescriptor(descriptor, known)) expect(lintRules).toHaveProperty(rule)
      judged++
    }
    expect(judged).toBeGreaterThan(200)
  })
})
