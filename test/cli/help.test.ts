// What every `--help` shows, and where an error in the command line points to.
import { describe, expect, test, vi } from 'vitest'
import * as output from '../../src/cli/output.js'
import { readCommandLine } from '../../src/cli/program.js'
import { textsFor } from '../../src/cli/texts/index.js'
import { ScdlError } from '../../src/core/error.js'
import { type Language, languageNames, messagesFor } from '../../src/messages/index.js'

const SCHEMAS = ['list', 'search', 'show', 'fields', 'diff', 'doc', 'update', 'lint', 'template'].map((name) => ['schemas', name])
const COMMANDS = [[], ['validate'], ['convert'], ['inspect'], ['init'], ['config'], ['merge'], ['schemas'], ...SCHEMAS]
const PAGE_WIDTH = 80

async function helpOf(command: readonly string[], language: Language): Promise<string> {
  const asked = readCommandLine([...command, '--help'], await textsFor(language))
  return asked.command === 'show' ? asked.text : ''
}

describe.each(languageNames.flatMap((language) => COMMANDS.map((command) => ({ language, command: command.join(' ') }))))(
  'scdl $command --help, in $language',
  async ({ language, command }) => {
    const lines = (await helpOf(command === '' ? [] : command.split(' '), language as Language)).split('\n')

    test('fits the page', () => expect(lines.filter((line) => line.length > PAGE_WIDTH)).toEqual([]))

    test('fills its lines: none is cut before the next word would not fit', () => {
      const description = lines.slice(
        2,
        lines.findIndex((line, i) => i > 2 && /^\S.*:$/.test(line)),
      )
      const short = description.filter((line, i) => {
        const [word = ''] = (description[i + 1] ?? '').split(' ')
        return line !== '' && word !== '' && `${line} ${word}`.length <= PAGE_WIDTH
      })
      expect(short).toEqual([])
    })

    test('begins no line with a sign that belongs to the one before', () => {
      expect(lines.filter((line) => /^\s*[:;?!»](?:\s|$)/.test(line))).toEqual([])
    })

    test('says in its own language what every argument and option is, and shows an example', () => {
      expect(lines.filter((line) => /^ {2}\S+$/.test(line) || /\(default/.test(line))).toEqual([])
      expect(lines.filter((line) => /^Exemples? ?|^Examples?:|^Example,/.test(line))).toHaveLength(1)
      expect(lines[2]).toMatch(/^\p{Lu}/u)
    })
  },
)

test('in a narrow window explanations still stand beside their options', async () => {
  const asked = new Map<number, string>()
  for (const columns of [60, 200]) {
    vi.spyOn(output, 'terminalOf').mockReturnValue({ isTTY: true, columns })
    asked.set(columns, await helpOf(['inspect'], 'fr'))
  }
  vi.restoreAllMocks()
  const widest = (columns: number): number => Math.max(...(asked.get(columns) ?? '').split('\n').map(({ length }) => length))
  expect([widest(60) <= 60, widest(200) <= 100, widest(200) > 80]).toEqual([true, true, true])
})

describe('a command line that cannot be read', () => {
  const pointsTo: [string, string][] = [
    ['validate a.csv --shema subventions', 'scdl validate --help'],
    ['convert a.csv --dryrun', 'scdl convert --help'],
    ['schemas template subventions --aut a.csv', 'scdl schemas template --help'],
    ['schemas diff subventions', 'scdl schemas diff --help'],
    ['inspect a.csv b.csv', 'scdl inspect --help'],
    ['merge --report', 'scdl merge --help'],
    ['--nothing', 'scdl --help'],
  ]
  test.each(pointsTo)('scdl %s: see %s', async (line, help) => {
    const args = line.split(' ')
    for (const language of languageNames) {
      const texts = await textsFor(language)
      let fault: unknown
      try {
        readCommandLine(args, texts)
      } catch (error) {
        fault = error
      }
      expect(fault).toBeInstanceOf(ScdlError)
      const { code, details } = fault as ScdlError
      expect((await messagesFor(language)).requests[code](details)).toContain(` ${help}.`)
    }
  })

  test('the nearest option is one that the command has', async () => {
    const texts = await textsFor('fr')
    // `--reports` is nearest to an option of validate, which inspect does not have.
    expect(() => readCommandLine(['inspect', 'a.csv', '--reports'], texts)).toThrow(
      expect.objectContaining({ details: expect.not.objectContaining({ nearest: '--report' }) }),
    )
  })
})
