// Every report about a JSON document: what it says of values that have a line and a pointer, and no column.
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildReport, readJsonSchema, validateJson } from '../../src/index.js'
import { messagesFor, say } from '../../src/messages/index.js'
import { type ReporterName, reporters } from '../../src/reporters/index.js'
import { plainStyle } from '../../src/reporters/reporter.js'
import { memorySource } from '../formats/memorySource.js'

const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['nom'],
    properties: { nom: { type: 'string' }, places: { type: 'integer', maximum: 12 } },
  },
}
const data = `[
  { "nom": "Parc", "places": "4" },
  { "Nom": "Gare", "places": 40 },
  { "nom": "Port", "nom": "Port" }
]`

const written = {} as Record<ReporterName, string>
beforeAll(async () => {
  const loaded = await readJsonSchema(schema, { facts: { name: 'bancs.schema.json', origin: 'path' } })
  const table = await validateJson(memorySource(data, 'bancs.json'), { schema: loaded })
  const messages = await messagesFor('fr')
  const context = { messages, say: (d: (typeof table.diagnostics)[number]) => say(messages, d), style: plainStyle, width: 80 }
  for (const [name, load] of Object.entries(reporters)) {
    const report = (await load())(buildReport([table], 0), context)
    let text = ''
    for await (const part of typeof report === 'string' ? [report] : report) text += part
    written[name as ReporterName] = text.replaceAll('\u00a0', ' ')
  }
})

describe('a JSON document', () => {
  test('human', () => {
    expect(written.human).toBe(`✖ bancs.json n'est pas conforme à bancs.schema.json
  3 éléments lus (JSON, UTF-8). 1 sur 3 est juste : 3 erreurs à corriger.

À CORRIGER DANS LE FICHIER                                             3 erreurs
  [].places : Valeur d'un autre genre
    ligne 2, caractère 30  "4"  →  4
    « places » est un texte (« 4 »), or il faut un nombre entier, sans
    guillemets. Écrivez « 4 ».
  [].nom : Propriété obligatoire absente
    ligne 3, caractère 3  /1
    « nom » est obligatoire et manque dans l'élément 2. Le fichier a « Nom » :
    est-ce lui, à renommer ?
  [].places : Valeur trop grande
    ligne 3, caractère 30  40   /1/places
    « places » : la valeur « 40 » est trop grande. Il faut au plus 12.

POUR INFORMATION, sans effet sur la conformité
  [].nom : Propriété écrite deux fois
    ligne 4, caractère 20  /2/nom
    La propriété « nom » est écrite deux fois dans le même objet : les
    programmes n'en lisent que la dernière. Ne gardez que la bonne.

ENSUITE
  1. Une fois le fichier corrigé, vérifiez-le à nouveau :
       scdl validate bancs.json --schema bancs.schema.json
`)
  })

  test('json, as its schema says', () => {
    const report = JSON.parse(written.json) as { files: { diagnostics: object[] }[] }
    const described = JSON.parse(readFileSync(new URL('../../src/report.schema.json', import.meta.url), 'utf8')) as object
    const validate = new Ajv2020({ strict: false, logger: false, validateFormats: false }).compile(described)
    expect([validate(report), validate.errors]).toEqual([true, null])
    expect(report.files[0]?.diagnostics[0]).toMatchObject({
      code: 'json/type',
      line: 2,
      character: 30,
      pointer: '/0/places',
      suggestion: '4',
    })
  })

  test.each<[ReporterName, RegExp]>([
    ['ndjson', /"line":2,"character":30,"pointer":"\/0\/places"/],
    ['csv', /;"?ligne 2, caractère 30"?;;;;'\[\]\.places;4;4;/],
    ['markdown', /\| ligne 2, caractère 30 \|.*4.*\| `4` \|/],
    ['html', /ligne 2, caractère 30<\/span> <span class="aside">\/(?:<wbr>)?0\/(?:<wbr>)?places</],
    ['github', /::error file=bancs\.json,line=2,col=30,title=/],
    ['gitlab', /"location": ?\{ ?"path": ?"bancs\.json", ?"lines": ?\{ ?"begin": ?2/],
    ['junit', /<testcase name="Valeurs"[^>]*>\s*<failure type="type-error"[^>]*>ligne 2, caractère 30/],
    ['sarif', /"region": ?\{ ?"startLine": ?2, ?"startColumn": ?30 ?\}.*"fullyQualifiedName": ?"\/0\/places"/],
    ['validata', /"fieldName": ?"\[\]\.places"/],
    ['datagouv', /"validation-report:schema_type": ?"jsonschema"/],
  ])('%s', (name, expected) => {
    expect(written[name]).toMatch(expected)
  })
})
