// Guards the import table of src/README.md, section 5: who may import whom, from the import lines themselves.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const src = join(root, 'src')

interface Import {
  /** Relative to src/, or the name of a package. */
  target: string
  kind: 'static' | 'type' | 'on demand'
}

/** What a part of src/ may import beside itself. */
interface Rule {
  parts: readonly string[]
  /** Parts of which only types may be imported. */
  types?: readonly string[]
  /** `one, on demand`: any package by `import()`, at most one per file. */
  packages?: readonly string[] | 'one, on demand'
  node?: true
}

const REGISTRIES = ['fieldTypes', 'checks', 'header', 'repairs', 'structure', 'formats', 'writers']
const PIPELINES = ['core', ...REGISTRIES, 'schema', 'jsonData', 'codes.ts', 'version.ts', 'messages', 'reporters']

const RULES: Readonly<Record<string, Rule>> = {
  core: { parts: [] },
  ...Object.fromEntries(REGISTRIES.map((part) => [part, { parts: ['core'], packages: 'one, on demand' }])),
  schema: { parts: ['core', 'fieldTypes', 'checks'], packages: ['ajv'] },
  jsonData: { parts: ['core', 'formats', 'schema'], packages: ['ajv', 'ajv-formats'] },
  'codes.ts': { parts: ['core', ...REGISTRIES, 'jsonData'] },
  'version.ts': { parts: ['../package.json'] },
  messages: { parts: [], types: ['core', 'codes.ts', 'repairs', 'schema'] },
  reporters: { parts: ['codes.ts', 'messages'], types: ['core'], packages: 'one, on demand' },
  pipelines: { parts: PIPELINES },
  node: { parts: [...PIPELINES, 'pipelines'], packages: ['tinyglobby', 'picomatch', 'undici', 'cosmiconfig', 'ajv'], node: true },
  cli: { parts: [...PIPELINES, 'pipelines', 'node'], packages: ['commander'], node: true },
}

/** The folder, or for a file at the top of src/ its name, its role, or the folder it is the door of. */
function partOf(path: string): string {
  const [first = ''] = path.split('/')
  if (path.startsWith('../') || first in RULES) return first in RULES ? first : path
  return path === 'node.ts' ? 'node' : 'pipelines'
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join(src, path), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '')
  const found: Import[] = []
  const add = (specifier: string, kind: Import['kind']): void => {
    const target = specifier.startsWith('.') ? posix.join(dirname(path), specifier).replace(/\.js$/, '.ts') : specifier
    found.push({ target, kind })
  }
  for (const [, type, specifier = ''] of text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w\s{},*$]*?\sfrom\s+)?'([^']+)'/gm)) {
    add(specifier, type === undefined ? 'static' : 'type')
  }
  for (const [, specifier = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) add(specifier, 'on demand')
  return found
}

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort()
const imports = new Map(files.map((file) => [file, importsOf(file)]))

const isFile = ({ target }: Import): boolean => target.startsWith('../') || target.endsWith('.json') || imports.has(target)
const isPackage = (found: Import): boolean => !isFile(found) && !found.target.startsWith('node:') && !found.target.endsWith('.ts')
const packageName = ({ target }: Import): string => /^(?:@[^/]+\/)?[^/]+/.exec(target)![0]

function isAllowed(from: string, file: string, found: Import): boolean {
  const rule = RULES[from]!
  if (found.target.startsWith('node:')) return rule.node === true
  if (isPackage(found)) {
    if (rule.packages !== 'one, on demand') return rule.packages?.includes(packageName(found)) ?? false
    const packages = new Set(imports.get(file)!.filter(isPackage).map(packageName))
    return found.kind !== 'static' && packages.size === 1
  }
  const part = partOf(found.target)
  const mayImport = part === from || rule.parts.includes(part) || (found.kind === 'type' && (rule.types?.includes(part) ?? false))
  return isFile(found) && mayImport
}

describe('the import table', () => {
  for (const part of Object.keys(RULES)) {
    test(`${part} imports only what it may`, () => {
      const broken = files
        .filter((file) => partOf(file) === part)
        .flatMap((file) =>
          imports
            .get(file)!
            .filter((found) => !isAllowed(part, file, found))
            .map(({ target }) => `${file} imports ${target}`),
        )
      expect(broken).toEqual([])
    })
  }

  test('there are no cycles, types included', () => {
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (done.has(file) || path.includes(file)) return
      for (const { target } of imports.get(file) ?? []) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
})

describe('the library in a browser', () => {
  let code = ''
  let needed: string[] = []
  beforeAll(async () => {
    const { outputFiles, metafile } = await build({
      absWorkingDir: root,
      entryPoints: ['src/index.ts'],
      bundle: true,
      format: 'iife',
      globalName: 'scdl',
      platform: 'browser',
      write: false,
      metafile: true,
      logLevel: 'silent',
    })
    code = outputFiles[0]?.text ?? ''
    needed = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path))
  })

  test('needs no module of Node', () => {
    expect(needed.filter((path) => path.startsWith('node:') || builtinModules.includes(path))).toEqual([])
  })

  test("validates a CSV with the web's globals only", async () => {
    const web = {
      TextDecoder,
      TextEncoder,
      URL,
      DecompressionStream,
      ReadableStream,
      Blob,
      Response,
      performance,
      structuredClone,
      queueMicrotask,
    }
    const verdicts = await runInNewContext(
      `${code}
      const schema = scdl.readDescriptor({ fields: [{ name: 'année', type: 'year', constraints: { required: true } }] })
      const source = (name, text) => ({ name, async *open() { yield new TextEncoder().encode(text) } })
      Promise.all([
        scdl.validate(source('juste.csv', 'année\\n2024\\n'), { schema }),
        scdl.validate(source('faux.csv', 'année\\nvingt\\n'), { schema }),
      ]).then((tables) => tables.map(({ verdict }) => verdict).join())`,
      web,
    )
    expect(verdicts).toBe('valid,invalid')
  })
})
