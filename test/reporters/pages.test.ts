// Each finding leads to the page that explains its code.
import { describe, expect, it, vi } from 'vitest'
import { csv } from '../../src/reporters/csv.js'
import { github } from '../../src/reporters/github.js'
import { gitlab } from '../../src/reporters/gitlab.js'
import { html } from '../../src/reporters/html/html.js'
import { json } from '../../src/reporters/json.js'
import { junit } from '../../src/reporters/junit.js'
import { markdown } from '../../src/reporters/markdown.js'
import { ndjson } from '../../src/reporters/ndjson.js'
import { sarif } from '../../src/reporters/sarif.js'
import { finding, report, table, untidy } from './reports.js'
import { written } from './written.js'

const address = vi.hoisted(() => ({ base: '' }))
vi.mock('../../src/codes.js', async (original) => {
  const real = await original<typeof import('../../src/codes.js')>()
  return { ...real, pageOf: (code: string) => real.pageOf(code)?.replace(/^/, address.base) }
})

const one = () =>
  report(table({ valid: false, verdict: 'invalid', diagnostics: [finding('cell/enum', {}, { row: 2, column: 1, cell: 'x' })] }))
const PAGE = 'docs/codes/cell/enum.md'

describe('the page of a code', () => {
  it('is in each finding of json, ndjson, csv and gitlab, in each failure of junit', async () => {
    expect(JSON.parse(await written(json, one()))).toMatchObject({ files: [{ diagnostics: [{ code: 'cell/enum', page: PAGE }] }] })
    expect(JSON.parse((await written(ndjson, one())).split('\n')[0] ?? '')).toMatchObject({ record: 'finding', page: PAGE })
    expect((await written(csv, one())).split('\r\n')[1]).toMatch(new RegExp(`;cell/enum;${PAGE}$`))
    expect(JSON.parse(await written(gitlab, one()))).toMatchObject([{ content: { body: `Explications et exemples : ${PAGE}` } }])
    expect(await written(junit, report(untidy()))).toContain('Explications et exemples : docs/codes/row/extra-cell.md\n')
  })

  it('is in each rule of sarif, as an address where it is one', async () => {
    const rule = async () => JSON.parse(await written(sarif, one())).runs[0].tool.driver.rules[0]
    expect(await rule()).toMatchObject({ help: { text: expect.stringContaining(PAGE) } })
    expect(await rule()).not.toHaveProperty('helpUri')
    address.base = 'https://exemple.fr/scdl/'
    expect(await rule()).toMatchObject({ helpUri: `https://exemple.fr/scdl/${PAGE}` })
    expect(await written(html, one())).toContain(`<a href="https://exemple.fr/scdl/${PAGE}"`)
    address.base = ''
  })

  it('is at the end of the page, where the title of each finding leads', async () => {
    const page = await written(html, report(untidy()))
    const led = [...page.matchAll(/<a class="quiet" href="#([^"]*)">/g)].map(([, id]) => id)
    expect(led.length).toBe(untidy().diagnostics.length)
    for (const id of led) expect(page).toContain(`<dt id="${id}">`)
    expect(page).toContain('<code>docs/codes/row/extra-cell.md</code>')
  })

  it('is in each annotation of github, and once for each code at the end of markdown', async () => {
    expect(await written(github, report(untidy()))).toMatch(/^::error .*%0AExplications et exemples : docs\/codes\/row\/extra-cell.md$/m)
    const twice = { ...one(), files: [...one().files, ...one().files] }
    expect((await written(markdown, twice)).split(PAGE)).toHaveLength(2)
    expect(await written(markdown, one())).toContain(`\n- Valeur hors de la liste \`cell/enum\` · \`${PAGE}\`\n`)
    address.base = 'https://exemple.fr/scdl/'
    expect(await written(markdown, one())).toContain(` · <https://exemple.fr/scdl/${PAGE}>\n`)
    address.base = ''
  })

  it('of a code to come is not there', async () => {
    const later = { code: 'cell/to-come', type: 'to-come', severity: 'error', row: 3, details: {} } as const
    const of = report(table({ valid: false, verdict: 'invalid', diagnostics: [later] }))
    for (const reporter of [json, ndjson, csv, gitlab, junit, sarif, html, github, markdown])
      expect(await written(reporter, of)).not.toContain('docs/codes')
  })
})
