// `scdl schemas` as a user runs it, with a registry on this machine.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { smallRegistry, startRegistry } from '../node/registry/registryServer.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { bin, scdl } from './run.js'

const folder = temporaryFolder()
const server = await startRegistry(smallRegistry())
let cache = ''
beforeEach(() => {
  cache = join(folder.path, crypto.randomUUID())
  server.requests.length = 0
  server.answer = () => false
})

/** At home: the registry is asked. */
const env = (more: Record<string, string> = {}) => ({ CI: '', SCDL_REGISTRY: server.address, SCDL_CACHE_DIR: cache, ...more })
/** With plain spaces: those that do not break are no matter here. */
const schemas = async (...args: string[]) => {
  const { code, stdout, stderr } = await scdl(['schemas', ...args], { env: env(), cwd: folder.path })
  return { code, stdout: stdout.replaceAll('\u00a0', ' '), stderr }
}
const data = folder.write('piscines.csv', 'nom,longueur\nTournesol,25\n')

describe('validate', () => {
  test('with a schema of the registry, then without a request', async () => {
    const first = await scdl(['validate', data, '--schema', 'piscines', '--report', 'json'], { env: env() })
    expect(first.stderr).toBe('')
    expect(JSON.parse(first.stdout).files[0].schema).toMatchObject({ name: 'ville/piscines', version: '1.1.0', origin: 'registry' })
    expect(server.requests).toHaveLength(2)
    const second = await scdl(['validate', data, '--schema', 'piscines', '--report', 'json'], { env: env() })
    expect(JSON.parse(second.stdout).files[0].schema.origin).toBe('cache')
    expect(server.requests).toHaveLength(2)
  })

  test('says once that the registry was not reached, and goes on', async () => {
    server.answer = (_, response) => {
      response.writeHead(404).end()
      return true
    }
    const run = () => scdl(['validate', data, '--schema', 'subventions', '--quiet'], { env: env() })
    const first = await run()
    expect(first.code).toBe(1)
    expect(first.stderr).toMatch(/^scdl : Le registre 127\.0\.0\.1:\d+ n'a pas été consulté : .*scdl\/subventions 2\.1\.1.*\n$/)
    expect((await run()).stderr).toBe('')
    expect(server.requests).toHaveLength(1)
  })

  test('a registry that never answers does not hold the process', async () => {
    server.answer = () => true
    const { code, stderr } = await scdl(['validate', data, '--schema', 'subventions', '--quiet'], { env: env() })
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("n'a pas répondu à temps") })
  })

  test('in continuous integration the registry is asked on --refresh only', async () => {
    const run = (...args: string[]) => scdl(['validate', data, '--schema', 'piscines', ...args], { env: env({ CI: 'true' }) })
    const { code, stderr } = await run()
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('piscines') })
    expect(server.requests).toEqual([])
    expect((await run('--refresh')).code).toBe(0)
    expect((await run()).code).toBe(0)
    expect(server.requests).toHaveLength(2)
  })

  test.each([
    ['--offline and --refresh', ['--offline', '--refresh'], '--refresh'],
    ['a registry that is none', ['--registry', 'schema.data.gouv.fr'], '--registry'],
    ['a registry that is a file', ['--registry', 'file:///etc'], '--registry'],
    ['a schema that is not at hand offline', ['--offline', '--schema', 'etalab/schema-sdirve'], '--offline'],
    ['a schema of another type', ['--schema', 'plan'], 'https://exemple.fr/ville/plan'],
    ['a package none of whose schemas can be had', ['--schema', 'coffret'], 'ville/coffret-a'],
    ['a page in place of a schema', ['--schema', `${server.address}/absent.json`], '404'],
    ['a private address', ['--schema', 'http://192.168.1.1/schema.json'], '192.168.1.1'],
  ])('2: %s', async (_, args, said) => {
    const { code, stderr } = await scdl(['validate', data, '--schema', 'piscines', ...args], { env: env() })
    expect(stderr).toMatch(/^scdl : .+\n$/)
    expect(stderr).toContain(said)
    expect(code).toBe(2)
  })
})

describe('list and search', () => {
  test('a table, one line per schema', async () => {
    const { stdout, code } = await schemas('list')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ville\/piscines +1\.1\.0 +Titre de ville\/piscines$/m)
    expect(stdout).toMatch(/^scdl\/subventions +2\.2\.0 \* +Subventions accordées par une collectivité$/m)
    expect(stdout).toMatch(/^ville\/plan +1\.0\.0 +Titre de ville\/plan \(document de référence\)$/m)
    expect(server.requests).toEqual(['/schemas.json'])
  })

  test('JSON', async () => {
    const listed = JSON.parse((await schemas('list', '--json')).stdout) as { name: string }[]
    expect(listed.find(({ name }) => name === 'ville/piscines')).toMatchObject({ type: 'tableschema', version: '1.1.0' })
  })

  test('without a network, what was known when the package was made', async () => {
    const { stdout } = await schemas('list', '--offline', '--json')
    expect(JSON.parse(stdout)).toHaveLength(95)
    expect(server.requests).toEqual([])
  })

  test.each([
    [['Défibrillateur'], 'atlasante/schema-dae'],
    [['prenoms'], 'scdl/prenoms'],
    [['bornes recharge'], 'etalab/schema-irve-statique'],
    [['subvention'], 'scdl/subventions'],
  ])('%j finds %s', async (words, name) => {
    const found = JSON.parse((await schemas('search', ...words, '--offline', '--json')).stdout) as { name: string }[]
    expect(found.map((schema) => schema.name)).toContain(name)
  })

  test('nothing found is a sentence', async () => {
    const { stdout, code } = await schemas('search', 'hippopotames', '--offline')
    expect(stdout).toContain('hippopotames')
    expect(code).toBe(0)
  })
})

describe('show, fields, doc, template', () => {
  test('show', async () => {
    const { stdout } = await schemas('show', 'piscines@1.0.0')
    expect(stdout).toContain('ville/piscines 1.0.0')
    expect(stdout).toContain('1.1.0')
    expect(stdout).toContain('{"name":"ville/piscines","version":"1.0.0"}')
    expect(JSON.parse((await schemas('show', 'piscines', '--json')).stdout)).toMatchObject({ version: '1.1.0', fields: 2 })
  })

  test('show of documents: the version to name on data.gouv.fr', async () => {
    const { stdout, code } = await schemas('show', 'ville/zones')
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: 'ville/zones 1.0.0' })
    expect(stdout).toContain('{"name":"ville/zones","version":"1.0.0"}')
    expect(JSON.parse((await schemas('show', 'ville/zones', '--json')).stdout)).toMatchObject({ type: 'jsonschema', version: '1.0.0' })
  })

  test('show of what is no table', async () => {
    const { stdout, code } = await schemas('show', 'coffret')
    expect({ code, told: /ville\/coffret-a/.test(stdout) && /plusieurs tableaux/.test(stdout) }).toEqual({ code: 0, told: true })
  })

  test('fields fit 80 columns and say what to write', async () => {
    const { stdout } = await schemas('fields', 'subventions@2.1.1')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    const text = stdout.replace(/\s+/g, ' ')
    for (const said of [
      'Une date écrite aaaa-mm-jj',
      "L'une de ces valeurs : « aide en numéraire »",
      'Au plus 256 caractères',
      '« oui » ou',
    ]) {
      expect(text).toContain(said)
    }
  })

  test.each(['etalab/schema-irve-statique', 'atlasante/schema-dae', 'etalab/schema-bal', 'scdl/deliberations'])(
    'fields of %s',
    async (ref) => {
      const { stdout, code } = await schemas('fields', ref, '--offline')
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
      expect(stdout).not.toMatch(/undefined|\[object/)
      expect(code).toBe(0)
    },
  )

  test('fields as JSON', async () => {
    const { fields } = JSON.parse((await schemas('fields', 'subventions@2.1.1', '--json')).stdout)
    expect(fields).toHaveLength(16)
    expect(fields[9]).toMatchObject({ name: 'nature', required: true, values: expect.arrayContaining(['aide en nature']) })
  })

  test('a template opens in a spreadsheet program, and is a header that validates', async () => {
    const { stdout } = await schemas('template', 'subventions@2.1.1')
    expect(stdout).toMatch(/^\uFEFFnomAttribuant;idAttribuant;.*\r\n$/)
    const out = join(folder.path, 'modele.csv')
    const { stdout: said } = await schemas('template', 'subventions@2.1.1', '--out', out)
    expect(said).toBe(
      `${out} est écrit : un tableau de 16 colonnes, à remplir. Ensuite : scdl validate ${out} --schema subventions@2.1.1\n`,
    )
    expect(readFileSync(out, 'utf8')).toBe(stdout)
    const again = await schemas('template', 'subventions@2.1.1', '--out', out)
    expect({ code: again.code, said: again.stderr.includes('--force') }).toEqual({ code: 2, said: true })
    expect(await schemas('template', 'subventions@2.1.1', '--out', out, '--force', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect((await scdl(['validate', out, '--schema', 'subventions@2.1.1'], { env: env() })).code).toBe(0)
  })

  test('doc: Markdown and HTML', async () => {
    const { stdout } = await schemas('doc', 'subventions@2.1.1')
    expect(stdout).toMatch(/^# .+\n\nscdl\/subventions · Version 2\.1\.1\n/)
    expect(stdout).toContain('### pourcentageSubvention')
    const page = (await schemas('doc', 'subventions@2.1.1', '--format', 'html')).stdout
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="fr">/)
    expect(page.match(/<h3>/g)).toHaveLength(16)
    expect((await schemas('doc', 'subventions', '--format', 'htm')).stderr).toContain('html')
  })

  test('a page is not written as what it is not', async () => {
    const out = join(folder.path, 'page.pdf')
    const { code, stderr } = await schemas('doc', 'piscines', '--out', out)
    expect({ code, stderr, written: existsSync(out) }).toEqual({ code: 2, stderr: expect.stringMatching(/\.md.*\.html/), written: false })
    expect(await schemas('doc', 'piscines', '--format', 'markdown', '--out', out)).toMatchObject({ code: 0, stdout: `${out} est écrit.\n` })
  })

  test('a hostile schema stays text', async () => {
    const evil = '<script>alert(1)</script>|[x](javascript:alert(1))\u001b[31m\n# titre'
    const ref = folder.write(
      'hostile.json',
      JSON.stringify({ title: evil, homepage: 'javascript:alert(1)', fields: [{ name: evil, description: evil, example: evil }] }),
    )
    for (const args of [
      ['doc', ref, '--format', 'html'],
      ['doc', ref],
      ['fields', ref],
      ['show', ref],
      ['lint', ref],
    ]) {
      const { stdout } = await schemas(...args)
      expect(stdout).not.toContain('\u001b')
      if (args.includes('html')) expect(stdout).not.toContain('<script>')
      else if (args[0] === 'doc') expect(stdout).not.toMatch(/(^|[^\\])(<script|\[x\]\()|^# titre/m)
    }
  })
})

describe('diff', () => {
  test('what changes for a producer', async () => {
    const { stdout, code } = await schemas('diff', 'piscines@1.0.0', 'piscines')
    expect(stdout).toContain('De ville/piscines 1.0.0 à ville/piscines 1.1.0')
    expect(stdout).toContain('Nouvelle colonne facultative « longueur ».')
    expect(code).toBe(0)
    const { changes } = JSON.parse((await schemas('diff', 'piscines@1.0.0', 'piscines', '--json')).stdout)
    expect(changes).toEqual([{ kind: 'field-added', effect: 'looser', field: 'longueur', required: false }])
  })

  test('a long list says how many more there are', async () => {
    const described = (description: string) => ({ fields: Array.from({ length: 15 }, (_, i) => ({ name: `c${i}`, description })) })
    const [before, after] = ['avant', 'après'].map((text) => folder.write(`${text}.json`, JSON.stringify(described(text))))
    expect((await schemas('diff', before ?? '', after ?? '')).stdout).toMatch(/« c11 » et 3\sautres\.$/m)
  })

  test('nothing', async () => expect((await schemas('diff', 'piscines', 'piscines')).stdout).toContain('Rien ne change'))
})

describe('lint', () => {
  const sound = {
    name: 'piscines',
    title: 'Piscines',
    description: 'Les piscines.',
    homepage: 'https://exemple.fr',
    version: '1.0.0',
    contributors: [{ title: 'Ville', email: 'a@exemple.fr' }],
    fields: [{ name: 'nom', type: 'string', description: 'Le nom.', example: 'Tournesol' }],
  }

  test('0: valid, with advice', async () => {
    const { code, stdout } = await schemas('lint', folder.write('sain.json', JSON.stringify(sound)))
    expect(stdout).toMatch(/✔ .*sain\.json est un schéma valide, avec \d conseils\.\n$/s)
    expect(code).toBe(0)
  })

  test('1: errors, each with its line and its pointer', async () => {
    const fields = [{ name: 'nom', type: 'sting' }]
    const path = folder.write('faux-type.json', JSON.stringify({ ...sound, fields }, null, 2))
    const { code, stdout } = await schemas('lint', path)
    expect(stdout).toMatch(
      /erreur : Le type « sting » n'existe pas\. Vouliez-vous dire « string » \?\n {4}ligne \d+ {2}\/fields\/0\/type\n/,
    )
    expect(code).toBe(1)
    const { valid, findings } = JSON.parse((await schemas('lint', path, '--json')).stdout)
    expect(valid).toBe(false)
    expect(findings[0]).toMatchObject({ rule: 'unknown-type', severity: 'error', pointer: '/fields/0/type', line: expect.any(Number) })
  })

  test('1: warnings, where they are to fail', async () => {
    const path = folder.write('sans-nom.json', JSON.stringify({ ...sound, name: undefined }))
    expect((await schemas('lint', path)).code).toBe(0)
    expect((await schemas('lint', path, '--fail-on', 'warning')).code).toBe(1)
    expect((await schemas('lint', path, '--fail-on', 'infos')).code).toBe(2)
  })

  test('1: what is not JSON; a key that is there twice', async () => {
    const broken = await schemas('lint', folder.write('casse.json', '{\n"fields": [,]\n}'))
    expect({ code: broken.code, said: broken.stdout.includes('ligne 2') }).toEqual({ code: 1, said: true })
    const twice = await schemas('lint', folder.write('double.json', JSON.stringify(sound).replace('{', '{"name": "x", ')))
    expect(twice.stdout).toContain('« name » est écrite deux fois')
  })

  test('a repository without README.md', async () => {
    mkdirSync(join(folder.path, 'depot/.git'), { recursive: true })
    const path = folder.write('depot/schema.json', JSON.stringify(sound))
    expect((await schemas('lint', path)).stdout).toContain('README.md')
    folder.write('depot/README.md', '')
    expect((await schemas('lint', path)).stdout).not.toContain('README.md')
  })

  test('2: no such file', async () => expect((await schemas('lint', './absent.json')).code).toBe(2))
})

describe('update', () => {
  test('the catalogue and the newest versions of what is shipped or kept', async () => {
    await scdl(['validate', data, '--schema', 'piscines@1.0.0'], { env: env() })
    const { stdout, stderr, code } = await schemas('update')
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toContain('ville/piscines 1.1.0 téléchargé.')
    expect(stdout).toContain('scdl/subventions 2.2.0 téléchargé.')
    expect(stdout).not.toContain('ville/parcs')
    server.requests.length = 0
    expect((await schemas('update')).stdout).toMatch(/^Catalogue à jour/)
    expect(server.requests.every((request) => request.startsWith('304 '))).toBe(true)
    server.requests.length = 0
    const { code: valid } = await scdl(['validate', data, '--schema', 'piscines', '--offline'], { env: env() })
    expect({ valid, requests: server.requests }).toEqual({ valid: 0, requests: [] })
  })

  test('what is named; all tables', async () => {
    expect((await schemas('update', 'ville/parcs')).stdout).toContain('ville/parcs 0.1.0 téléchargé.')
    const { stdout, stderr, code } = await schemas('update', '--all')
    expect(stdout).toContain('ville/schema-bancs 1.0.0 téléchargé.')
    // agglo/parcs and the coffret have no descriptor here.
    expect(stderr).toContain('404')
    expect(code).toBe(2)
  })

  test('a registry that cannot be asked is an error, and what was kept stays', async () => {
    await schemas('update')
    server.answer = (_, response) => {
      response.writeHead(404).end()
      return true
    }
    const { stderr, code } = await schemas('update')
    expect(stderr).toMatch(/^scdl : .*404.*\n$/)
    expect(code).toBe(2)
    expect((await schemas('show', 'subventions', '--offline')).stdout).toContain('2.2.0')
  })

  test('two at once', async () => {
    const runs = await Promise.all([schemas('update'), schemas('update'), schemas('update')])
    for (const { code, stderr } of runs) expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    server.requests.length = 0
    expect((await scdl(['validate', data, '--schema', 'scdl/subventions@2.2.0'], { env: env() })).stderr).toBe('')
    expect(server.requests).toEqual([])
  })

  test('ended at any moment, it leaves a cache that serves', async () => {
    await schemas('update', 'piscines')
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [bin, 'schemas', 'update', '--all'], {
        env: { ...process.env, ...env(), NO_COLOR: '1' },
        stdio: 'ignore',
      })
      await endAfterRequests(child, round)
      const { code, stderr } = await scdl(['validate', data, '--schema', 'piscines', '--offline'], { env: env() })
      expect({ round, code, stderr }).toEqual({ round, code: 0, stderr: '' })
      for (const file of jsonFiles(cache)) expect(() => JSON.parse(readFileSync(file, 'utf8'))).not.toThrow()
    }
  })

  /** Kills it while the server answers its nth request, or just after. */
  async function endAfterRequests(child: ChildProcess, requests: number): Promise<void> {
    const ended = new Promise((resolve) => child.on('close', resolve))
    let seen = 0
    server.answer = () => {
      if (seen++ === requests) setTimeout(() => child.kill('SIGKILL'), (requests * 7) % 5)
      return false
    }
    await ended
    server.answer = () => false
  }

  const jsonFiles = (path: string): string[] =>
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(path, name))

  test('a cache folder that cannot be written to: a sentence, and the work goes on', async () => {
    const file = folder.write('occupe', '')
    const { code, stdout, stderr } = await scdl(['validate', data, '--schema', 'piscines', '--quiet'], {
      env: env({ SCDL_CACHE_DIR: file }),
    })
    expect(stderr).toMatch(/^scdl : Les schémas téléchargés ne peuvent être gardés .*SCDL_CACHE_DIR.*\n$/)
    expect({ code, said: stdout !== '' }).toEqual({ code: 0, said: true })
  })

  test('an update that can keep nothing has not been carried out', async () => {
    const { code, stderr } = await scdl(['schemas', 'update'], { env: env({ SCDL_CACHE_DIR: folder.write('plein', '') }) })
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('SCDL_CACHE_DIR') })
  })

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a cache folder that is read-only (not as root)', async () => {
    mkdirSync(cache)
    chmodSync(cache, 0o500)
    const { code, stderr } = await scdl(['validate', data, '--schema', 'piscines', '--quiet'], { env: env() })
    chmodSync(cache, 0o700)
    expect(stderr).toContain('SCDL_CACHE_DIR')
    expect(code).toBe(0)
  })

  test('nothing in the cache is run, and files of others stay', async () => {
    await schemas('update')
    const other = join(cache, 'note.txt')
    writeFileSync(other, 'à moi')
    await schemas('update')
    expect(existsSync(other)).toBe(true)
  })
})
