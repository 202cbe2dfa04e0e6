// README.en.md shows what README.md shows: the same commands and examples, in the same order, under as many titles. test/readme.test.ts runs them.
import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bin } from './cli/run.js'
import { frenchIn } from './messages/foreignWords.js'
import { temporaryFolder } from './node/temporaryFolder.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const readText = (path: string): string => readFileSync(join(root, path), 'utf8')
const french = readText('README.md')
const english = readText('README.en.md')

const folder = temporaryFolder()
symlinkSync(join(root, 'fixtures'), join(folder.path, 'fixtures'), 'junction')

interface Block {
  language: string
  text: string
}

const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }))

/** Names that a reader of English chooses in English. */
const NAMES = [
  ['report.', 'rapport.'],
  ['Data', 'Données'],
  ['conformity', 'conformite'],
  ['quality', 'qualite'],
  ['changes', 'changements'],
] as const

/** Without its comments, nor the choice of the language. */
const bare = (text: string): string => text.replace(/^\s*(?:#|\/\*\*).*\n/gm, '').replaceAll(' --lang en', '')

const inFrench = ({ language, text }: Block): string =>
  NAMES.reduce(
    (said, [name, nom]) => (language === 'json' ? said : said.replace(new RegExp(`(?<!--)\\b${escaped(name)}`, 'g'), nom)),
    bare(text),
  )

const escaped = (text: string): string => text.replace(/\W/g, '\\$&')

/** What a command of scdl prints in one language. */
const isOutput = ({ language, text }: Block): boolean => language === 'text' && /^[✔✎✖]/.test(text)

const options = (page: string): string[] => [...page.matchAll(/^\| (`-.*?) \| /gm)].map(([, cell = '']) => cell)
const targets = (page: string): string[] => [...page.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)

describe('README.en.md', () => {
  const blocks = blocksOf(english)

  test('has the blocks of README.md', () => {
    const shown = blocks.map((block) => ({ ...block, text: isOutput(block) ? '' : inFrench(block) }))
    expect(shown).toEqual(blocksOf(french).map((block) => ({ ...block, text: isOutput(block) ? '' : bare(block.text) })))
  })

  test('has its titles, its options and its links', () => {
    const levels = (page: string): string[] => [...page.matchAll(/^(#+) /gm)].map(([, level = '']) => level)
    expect(levels(english)).toEqual(levels(french))
    expect(options(english)).toEqual(options(french))
    const files = (page: string): string[] => targets(page).filter((target) => !/^(?:[a-z]+:|README)/.test(target))
    expect(files(english)).toEqual(files(french))
    expect(targets(french)).toContain('README.en.md')
    expect(targets(english)).toContain('README.md')
  })

  const shown = blocks.flatMap((block, i) => (isOutput(block) ? [[blocks[i - 1]!.text.trim(), block.text] as const] : []))

  test.each(shown)('shows what is given by: %s', (command, output) => {
    const args = command.split(' ').slice(2)
    const { SCDL_LANG, NO_COLOR, FORCE_COLOR, ...env } = process.env
    const { stdout } = spawnSync(process.execPath, [bin, ...args], { cwd: folder.path, encoding: 'utf8', env })
    expect(stdout.replace(/[ \t]+$/gm, '')).toBe(output)
  })

  test('shows what its examples of validate and convert give', () => expect(shown).toHaveLength(2))

  test('is in English', () => {
    const prose = english.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`]*`|\[En français\]/g, '')
    expect(frenchIn(prose)).toEqual([])
  })
})
