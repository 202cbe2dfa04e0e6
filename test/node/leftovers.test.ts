import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { removeRooms, removeUnfinished, unfinishedName } from '../../src/node/leftovers.js'
import { writeAtomically } from '../../src/node/writeAtomically.js'
import { temporaryFolder } from './temporaryFolder.js'

const folder = temporaryFolder()
const TWO_DAYS_AGO = Date.now() / 1000 - 2 * 24 * 60 * 60

/** Of a process that has ended. */
const ended = await new Promise<number>((resolve) => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  child.on('close', () => resolve(child.pid ?? 0))
})

/** A file last written two days ago, or at that time; each test has a place of its own. */
function lay(place: string, name: string, seconds = TWO_DAYS_AGO): string {
  const path = folder.write(`${place}/${name}`, 'à moitié')
  utimesSync(path, seconds, seconds)
  return path
}

const namesIn = (place: string): string[] => readdirSync(join(folder.path, place)).sort()

describe('output files of runs that were killed', () => {
  test('go when they are old, with the next file written there', async () => {
    lay('ancien', `.a.scdl.csv.scdl-${ended}.tmp`)
    await writeAtomically(join(folder.path, 'ancien', 'rapport.json'), '{}')
    expect(namesIn('ancien')).toEqual(['rapport.json'])
  })

  test('stay while they are younger than a day, or their process lives', () => {
    const young = `.a.csv.scdl-${ended}.tmp`
    const alive = `.b.csv.scdl-${process.ppid}.tmp`
    lay('vivant', young, Date.now() / 1000 - 60 * 60)
    lay('vivant', alive)
    removeUnfinished(join(folder.path, 'vivant'))
    expect(namesIn('vivant')).toEqual([young, alive].sort())
  })

  test("one that bears this process's own number, and is older than it, is not its own", () => {
    lay('conteneur', unfinishedName('a.csv'))
    removeUnfinished(join(folder.path, 'conteneur'))
    expect(namesIn('conteneur')).toEqual([])
  })

  test.each([`a.csv.scdl-${ended}.tmp`, `.a.csv.${ended}.tmp`, `.a.csv.scdl-${ended}.tmp.csv`, '.a.csv.scdl-.tmp', '.scdl-1.tmp'])(
    '%s is no name of scdl',
    (name) => {
      lay(`autre ${name}`, name)
      removeUnfinished(join(folder.path, `autre ${name}`))
      expect(namesIn(`autre ${name}`)).toEqual([name])
    },
  )

  test.skipIf(process.platform === 'win32')('a link or a folder of such a name stays, and what it leads to', () => {
    const name = `.a.csv.scdl-${ended}.tmp`
    const target = lay('cible', 'données.csv')
    mkdirSync(join(folder.path, 'lien'))
    symlinkSync(target, join(folder.path, 'lien', name))
    lay(`dossier/.b.csv.scdl-${ended}.tmp`, 'données.csv')
    for (const place of ['lien', 'dossier']) removeUnfinished(join(folder.path, place))
    expect([namesIn('lien'), namesIn('dossier')]).toEqual([[name], [`.b.csv.scdl-${ended}.tmp`]])
    expect(readFileSync(target, 'utf8')).toBe('à moitié')
  })

  test.skipIf(process.platform === 'win32')('nothing is written through a link that waits under the name', async () => {
    const target = lay('piège', 'données.csv')
    symlinkSync(target, join(folder.path, 'piège', unfinishedName('sortie.csv')))
    await writeAtomically(join(folder.path, 'piège', 'sortie.csv'), 'x')
    expect(readFileSync(target, 'utf8')).toBe('à moitié')
    expect(namesIn('piège')).toEqual(['données.csv', 'sortie.csv'])
  })

  test('a folder that cannot be read is left to the write that follows', () => {
    expect(() => removeUnfinished(join(folder.path, 'absent'))).not.toThrow()
  })
})

describe('room in the temporary folder', () => {
  afterEach(() => vi.unstubAllEnvs())

  function age(path: string): void {
    utimesSync(path, TWO_DAYS_AGO, TWO_DAYS_AGO)
  }

  test('of a run that was killed goes with the next run that needs some, and nothing else', async () => {
    lay(`salle/scdl-${ended}-aB3xYz`, 'spool')
    lay(`salle/scdl-${ended}-pleine`, 'données.csv')
    lay('salle/scdl-test-aB3xYz', 'spool')
    for (const name of namesIn('salle')) age(join(folder.path, 'salle', name))
    vi.stubEnv(process.platform === 'win32' ? 'TEMP' : 'TMPDIR', join(folder.path, 'salle'))
    expect(tmpdir()).toBe(join(folder.path, 'salle'))
    const { openTemporaryFile } = await import('../../src/node/temporaryFile.js')
    const file = openTemporaryFile()
    file.close()
    expect(namesIn('salle').filter((name) => !name.startsWith(`scdl-${process.pid}-`))).toEqual([
      `scdl-${ended}-pleine`,
      'scdl-test-aB3xYz',
    ])
  })

  test.skipIf(process.platform === 'win32')('is not looked for through a link', () => {
    const target = lay('ailleurs', 'spool')
    mkdirSync(join(folder.path, 'salle liée'))
    symlinkSync(join(folder.path, 'ailleurs'), join(folder.path, 'salle liée', `scdl-${ended}-aB3xYz`))
    age(join(folder.path, 'ailleurs'))
    removeRooms(join(folder.path, 'salle liée'))
    expect(readFileSync(target, 'utf8')).toBe('à moitié')
  })
})
