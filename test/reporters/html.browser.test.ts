// The page in a real browser.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { visible } from '../../src/messages/visible.js'
import { html } from '../../src/reporters/html/html.js'
import { hasChromium, launchChromium } from '../chromium.js'
import { HOSTILE, poisoned } from './hostile.js'
import { damagedByASpreadsheet, finding, good, report, table, untidy } from './reports.js'
import { everyTable, written } from './written.js'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** As many findings as a page shows, in two columns, one of which has values to put. */
const long = (): TableReport => ({
  ...damagedByASpreadsheet(),
  diagnostics: [
    finding('header/missing-column', {}, { row: 1, field: 'idRAE' }),
    ...Array.from({ length: 500 }, (_, i) => [
      finding('cell/required', {}, { row: i + 2, column: 3, field: 'dateConvention', cell: '' }),
      finding('cell/pattern', {}, { row: i + 2, column: 11, field: 'datesPeriodeVersement', cell: `Évry ${i}`, suggestion: '2022-12-06' }),
    ]).flat(),
  ].slice(0, 1000),
})

describe.skipIf(!hasChromium)('the page in Chromium (skipped where it is not installed)', { timeout: 60_000 }, () => {
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scdl-html-'))
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens a report, uses it, and checks that nothing was fetched, said on the console or asked of the reader meanwhile. */
  async function open(tables: TableReport[], use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const path = join(folder, 'report.html')
    writeFileSync(path, await written(html, report(...tables)))
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const amiss: string[] = []
    try {
      const page = await context.newPage()
      page.on('console', (message) => amiss.push(message.text()))
      page.on('pageerror', (error) => amiss.push(String(error)))
      page.on('dialog', (dialog) => {
        amiss.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        if (request.url() !== pathToFileURL(path).href) amiss.push(request.url())
      })
      await page.goto(pathToFileURL(path).href)
      await use(page)
      expect(amiss).toEqual([])
    } finally {
      await context.close()
    }
  }

  /** In light colours by every rule, in dark ones by that of colours: nothing else differs. */
  async function accessibilityFaults(page: Page): Promise<string[]> {
    await page.addScriptTag({ path: axe })
    const faults: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await page.evaluate(async (onlyColours) => {
        const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
          onlyColours ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {},
        )
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: node }) => node.slice(0, 120)).join(' | ')}`)
      }, colorScheme === 'dark')
      faults.push(...found.map((fault) => `${colorScheme}: ${fault}`))
    }
    return faults
  }

  const shownRows = (page: Page): Promise<number> => page.locator('.findings tbody tr:visible').count()

  // What checks the page is the one script that it does not know.
  const checked = { bypassCSP: true }
  const isAccessible = async (page: Page): Promise<void> => expect(await accessibilityFaults(page)).toEqual([])

  it.each(everyTable.map((make) => [make.name, make] as const))('is accessible, light and dark: %s', (_name, make) =>
    open([make()], isAccessible, checked),
  )

  it('is accessible, light and dark: many files', () =>
    open(
      everyTable.map((make, i) => ({ ...make(), source: `data/${i}.csv` })),
      isAccessible,
      checked,
    ))

  it('shows verdict, columns, faulty rows and findings', () =>
    open([damagedByASpreadsheet()], async (page) => {
      expect((await page.locator('h1').innerText()).replaceAll('\u00a0', ' ')).toBe(
        "subventions-2022.csv n'est pas conforme à scdl/subventions 2.1.1",
      )
      expect(await page.locator('.verdict .badge').innerText()).toContain('Non conforme')
      const column = page.locator('.columns tr', { hasText: 'datesPeriodeVersement' })
      expect(await column.innerText()).toContain('Forme inattendue (396)')
      expect(await column.locator('svg.wrong rect').last().getAttribute('width')).toBe('100')
      const row = page.locator('.rows tbody tr').first()
      expect((await row.locator('td.bad:visible').allTextContents()).map((text) => text.trim())).toEqual([
        '2,43E+13 Forme inattendue',
        '(vide) Cellule vide, obligatoire',
        '7,17E+13 à revoir',
        '(vide) Forme inattendue → À écrire : 2022-12-06',
      ])
    }))

  it('filters and searches, by keyboard', () =>
    open([long()], async (page) => {
      expect(await shownRows(page)).toBe(1000)
      await page.getByLabel('Chercher').focus()
      await page.keyboard.type('evry 420')
      expect(await shownRows(page)).toBe(2)
      expect((await page.getByRole('status').innerText()).replaceAll(/\s/g, ' ')).toBe('Constats montrés : 2 sur 1 000.')
      await page.keyboard.type(' introuvable')
      expect(await page.getByRole('status').innerText()).toBe('Aucun constat ne répond à ces choix.')
      await page.getByRole('button', { name: 'Tout montrer' }).press('Enter')
      expect(await shownRows(page)).toBe(1000)
      await page.getByLabel('Gravité').selectOption('avertissement')
      expect(await shownRows(page)).toBe(1)
      await page.getByLabel('Gravité').selectOption('Tout')
      await page.getByLabel('Constat', { exact: true }).selectOption('Cellule vide, obligatoire')
      expect(await shownRows(page)).toBe(500)
      await page.getByLabel('Correction').selectOption('Avec une valeur proposée')
      expect(await shownRows(page)).toBe(0)
    }))

  it('shows the other columns of the faulty rows on demand', () =>
    open([damagedByASpreadsheet()], async (page) => {
      const cold = page.locator('.rows th.cold')
      expect(await cold.first().isVisible()).toBe(false)
      await page.getByLabel('Montrer aussi les colonnes sans faute').press('Space')
      expect(await cold.first().isVisible()).toBe(true)
    }))

  it('starts with a way to the content', () =>
    open([good()], async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
      expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: 0 })
    }))

  it('says all without script', () =>
    open(
      [long()],
      async (page) => {
        expect(await shownRows(page)).toBe(1000)
        expect(await page.locator('.filter').isVisible()).toBe(false)
        await page.getByLabel('Montrer aussi les colonnes sans faute').check()
        expect(await page.locator('.rows th.cold').first().isVisible()).toBe(true)
      },
      { javaScriptEnabled: false },
    ))

  it('fits a telephone', () =>
    open([long()], async (page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360), {
      viewport: { width: 360, height: 740 },
    }))

  it('prints in light colours, without what only a screen can do', () =>
    open(
      [long()],
      async (page) => {
        await page.emulateMedia({ media: 'print' })
        for (const hidden of ['.filter', '.toggle', '.skip', '.rows .cold'])
          expect(await page.locator(hidden).first().isVisible()).toBe(false)
        const colours = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--page').trim())
        expect(colours).toBe('#fff')
        expect(await shownRows(page)).toBe(200)
        expect(await page.locator('[data-findings] > .on-paper').isVisible()).toBe(true)
        await page.emulateMedia({ media: 'screen' })
        await page.getByLabel('Chercher').fill('Évry')
        await page.emulateMedia({ media: 'print' })
        expect(await shownRows(page)).toBe(499)
        const paper = await page.pdf({ format: 'A4' })
        expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
      },
      { colorScheme: 'dark' },
    ))

  it('keeps hostile text as text', () => {
    const cells = HOSTILE.map(([name, cell]) =>
      table({ source: name, valid: false, diagnostics: [finding('cell/type', {}, { row: 2, column: 1, cell })] }),
    )
    return open([...cells, ...HOSTILE.flatMap(([, text]) => poisoned(text))], async (page) => {
      const found = await page.evaluate(() => ({
        scripts: document.scripts.length,
        foreign: document.querySelectorAll('img, iframe, object, x, b, textarea, link, base, [onerror], [onclick]').length,
        cells: Array.from(document.querySelectorAll('.findings tbody tr'), ({ children }) => children[3]?.textContent ?? ''),
      }))
      expect(found).toMatchObject({ scripts: 1, foreign: 0 })
      for (const [i, [, text]] of HOSTILE.entries()) {
        const shown = found.cells[i]?.replace(/…$/, '') ?? ''
        expect(shown).not.toBe('')
        expect(
          visible(text)
            .replace(/[\ufffe\uffff]/g, '\ufffd')
            .startsWith(shown),
        ).toBe(true)
      }
    })
  })

  it('opens a page of many files', () =>
    open(
      Array.from({ length: 60 }, (_, i) => ({ ...untidy(), source: `data/${i}.csv` })),
      async (page) => {
        await page.getByRole('link', { name: 'data/59.csv' }).click()
        await expect.poll(() => page.evaluate(() => document.querySelector(':target h2')?.getBoundingClientRect().top)).toBeLessThan(200)
      },
    ))
})
