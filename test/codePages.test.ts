// Every code has its page, every page its code; the list of pages is written from the registries.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkAliases } from '../src/checks/aliases.js'
import { cellChecks } from '../src/checks/cell/index.js'
import { rowChecks } from '../src/checks/row/index.js'
import { codes, type KnownCode, pageOf } from '../src/codes.js'
import { rules } from '../src/messages/fr/rules.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const every = Object.keys(codes) as KnownCode[]
const checks: ReadonlySet<string> = new Set([...Object.keys(cellChecks), ...Object.keys(rowChecks)].map((name) => `row/${name}`))
const SEVERITIES = { error: 'erreur', warning: 'avertissement', info: 'remarque' } as const
const LEVELS = {
  file: 'Le fichier',
  header: "L'en-tête",
  row: 'Les lignes, et les contrôles demandés par un schéma',
  cell: 'Les cellules',
  json: 'Les documents JSON',
  schema: 'Le schéma',
} as const

/** What each page begins with: the registries say it. */
function head(code: KnownCode): string {
  const { severity, type } = codes[code]
  const aliases = Object.entries(checkAliases).flatMap(([alias, name]) =>
    `row/${name}` === code ? ` Autre nom dans les schémas : \`${alias}\`.` : [],
  )
  const facts = `${rules[code].title}. Gravité : ${SEVERITIES[severity]}. Type de l'erreur pour Validata : \`${type}\`.`
  return `# \`${code}\`\n\n${facts}${aliases.join('')}\n\n## `
}

describe.each(every)('%s', (code) => {
  const path = join(root, pageOf(code) ?? '')
  const page = existsSync(path) ? readFileSync(path, 'utf8') : ''

  test('has a page that says what, why, wrong and right, and how to mend it', () => {
    expect(page.slice(0, head(code).length)).toBe(head(code))
    const titles = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
    const [first, ...more] = checks.has(code) ? ['Ce qui est vérifié', 'Dans un schéma', 'Source'] : ['Ce que cela veut dire']
    expect(titles).toEqual([first, 'Pourquoi', 'Exemples', 'Corriger', ...more])
    expect(page).toMatch(/\| juste \| faux \| pourquoi \|\n\|---\|---\|---\|\n\| .+ \| .+ \| .+ \|\n/)
    const mend = page.split('## Corriger')[1] ?? ''
    for (const program of ['Excel', 'LibreOffice Calc']) expect(mend).toContain(program)
  })

  test('has a page short enough to read, whose links lead somewhere', () => {
    expect(page.split('\n').length).toBeLessThan(60)
    for (const [, link = ''] of page.matchAll(/\]\(([^)]*)\)/g)) expect([link, existsSync(join(dirname(path), link))]).toEqual([link, true])
    for (const [, named = ''] of page.matchAll(/`((?:file|header|row|cell|json|schema)\/[\w-]+)`/g)) expect(every).toContain(named)
  })
})

test('no page is left over', () => {
  const pages = Object.keys(LEVELS).flatMap((level) =>
    readdirSync(join(root, 'docs/codes', level)).map((name) => `docs/codes/${level}/${name}`),
  )
  expect(pages.sort()).toEqual(every.map(pageOf).sort())
})

test('a code to come has no page', () => expect(pageOf('cell/to-come')).toBeUndefined())

/** Written anew by `npm test -- -u test/codePages.test.ts`. */
test('the list of pages is that of the registries', async () => {
  const parts = Object.entries(LEVELS).map(([level, title]) => {
    const lines = every
      .filter((code) => code.startsWith(`${level}/`))
      .map((code) => `| [\`${code}\`](${code}.md) | ${rules[code].title} | ${SEVERITIES[codes[code].severity]} |`)
    return `## ${title}\n\n| code | constat | gravité |\n|---|---|---|\n${lines.join('\n')}\n`
  })
  const introduction = `# Les codes

Chaque constat porte un code. Sa page dit ce qu'il veut dire, pourquoi cela compte, des exemples justes et faux, et comment corriger dans Excel et dans LibreOffice Calc.

La gravité est celle que scdl donne sans réglage : \`rules\`, dans la [configuration](../configuration.md), la change. Une erreur empêche d'être conforme ; un avertissement et une remarque, non.
`
  await expect(`${introduction}\n${parts.join('\n')}`).toMatchFileSnapshot('../docs/codes/README.md')
})
