// A registry on this machine: the mirror beside the repository, or a small one of our own. Ports are the system's choice.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

interface Entry {
  name: string
  schema_type: string
  schema_url?: string
  versions: { version_name: string; schema_url: string }[]
  [property: string]: unknown
}

export const mirror = new URL('../../../../shared/reference/schemas/', import.meta.url)
export const isMirrored = existsSync(mirror)

/** The mirror's catalogue, as the public registry has it. */
export const mirroredCatalogue = (): { schemas: Entry[] } =>
  JSON.parse(readFileSync(new URL('_catalogue/schemas.json', mirror), 'utf8')) as { schemas: Entry[] }

const PUBLIC = 'https://schema.data.gouv.fr/schemas/'

const table = (version: string, ...names: string[]): string =>
  JSON.stringify({ name: 'piscines', title: 'Piscines', version, fields: names.map((name) => ({ name, type: 'string' })) })

function entry(name: string, type: string, file: string, versions: string[], more: object = {}): Entry {
  return {
    name,
    title: `Titre de ${name}`,
    schema_type: type,
    schema_url: `${PUBLIC}${name}/latest/${file}`,
    versions: versions.map((version) => ({ version_name: version, schema_url: `${PUBLIC}${name}/${version}/${file}` })),
    homepage: `https://exemple.fr/${name}.git`,
    ...more,
  }
}

/** What a small registry answers, by path. */
export function smallRegistry(): Record<string, string> {
  const schemas = [
    entry('ville/piscines', 'tableschema', 'schema-piscines.json', ['1.0.0', '1.1.0', '2.0.0-beta']),
    entry('ville/parcs', 'tableschema', 'schema.json', ['0.1.0']),
    entry('agglo/parcs', 'tableschema', 'schema.json', ['0.1.0']),
    entry('scdl/subventions', 'tableschema', 'schema.json', ['2.1.1', '2.2.0']),
    entry('ville/plan', 'other', 'schema.yml', ['1.0.0']),
    entry('ville/zones', 'jsonschema', 'schema.json', ['1.0.0']),
    entry('ville/lot', 'datapackage', 'datapackage.json', ['1.0.0']),
    entry('ville/lot-table', 'tableschema', 'schema.json', ['1.0.0'], { datapackage_name: 'ville/lot' }),
    entry('ville/coffret', 'datapackage', 'datapackage.json', ['1.0.0']),
    entry('ville/coffret-a', 'tableschema', 'schema.json', ['1.0.0'], { datapackage_name: 'ville/coffret' }),
    entry('ville/coffret-b', 'tableschema', 'schema.json', ['1.0.0'], { datapackage_name: 'ville/coffret' }),
    entry('ville/schema-bancs', 'tableschema', 'schema.json', ['1.0.0']),
    entry('ville/nouveau', 'hologramme', 'schema.json', ['1.0.0']),
    { name: 'ville/sans-version', schema_type: 'tableschema', schema_url: `${PUBLIC}ville/sans-version/latest/schema.json`, versions: [] },
    { name: 'sans-proprietaire', schema_type: 'tableschema', versions: [] },
  ]
  return {
    '/schemas.json': JSON.stringify({ version: 1, schemas }),
    '/schemas/ville/piscines/1.0.0/schema-piscines.json': table('1.0.0', 'nom'),
    '/schemas/ville/piscines/1.1.0/schema-piscines.json': table('1.1.0', 'nom', 'longueur'),
    '/schemas/scdl/subventions/2.2.0/schema.json': table('2.2.0', 'nomAttribuant'),
    '/schemas/ville/parcs/0.1.0/schema.json': table('0.1.0', 'nom'),
    '/schemas/ville/lot-table/1.0.0/schema.json': table('1.0.0', 'nom'),
    '/schemas/ville/schema-bancs/1.0.0/schema.json': table('1.0.0', 'nom'),
    '/schemas/ville/sans-version/latest/schema.json': table('3.0.0', 'nom'),
  }
}

/** The last version of the mirror's catalogue stands for `latest`. */
export function mirroredFile(path: string): string | undefined {
  if (path === '/schemas.json') return readFileSync(new URL('_catalogue/schemas.json', mirror), 'utf8')
  const [, name = '', version = '', file = ''] = /^\/schemas\/([^/]+\/[^/]+)\/([^/]+)\/(.+)$/.exec(path) ?? []
  const last = mirroredCatalogue()
    .schemas.find((entry) => entry.name === name)
    ?.versions.at(-1)?.version_name
  const found = new URL(`${name}/${version === 'latest' ? last : version}/${file}`, mirror)
  return existsSync(found) ? readFileSync(found, 'utf8') : undefined
}

export interface RegistryServer {
  address: string
  /** Paths asked for, in their order; `304` marks those answered by it. */
  requests: string[]
  /** Answers in place of the files; `false`: it does not. */
  answer: (request: IncomingMessage, response: ServerResponse) => boolean
  files: (path: string) => string | undefined
}

/** Gone with the test file. */
export async function startRegistry(files: Record<string, string> | ((path: string) => string | undefined)): Promise<RegistryServer> {
  const registry: RegistryServer = {
    address: '',
    requests: [],
    answer: () => false,
    files: typeof files === 'function' ? files : (path) => files[path],
  }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (registry.answer(request, response)) {
      registry.requests.push(path)
      return
    }
    const content = registry.files(path)
    const etag = `"${createHash('sha1')
      .update(content ?? '')
      .digest('hex')}"`
    const isSame = content !== undefined && request.headers['if-none-match'] === etag
    registry.requests.push(isSame ? `304 ${path}` : path)
    if (isSame) response.writeHead(304, { etag }).end()
    else if (content === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html><p>404</p>')
    else response.writeHead(200, { 'content-type': 'application/json', etag }).end(content)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  registry.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return registry
}
