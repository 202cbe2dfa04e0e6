import { describe, expect, test } from 'vitest'
import { showRunProgress } from '../../src/cli/runProgress.js'
import { fr } from '../../src/cli/texts/fr.js'

/** Ten files of 100 bytes, one done every `seconds`. */
function run(isTTY: boolean, seconds: number): string {
  let now = 0
  let written = ''
  const stream = { isTTY, columns: 60, write: (text: string) => (written += text) }
  const progress = showRunProgress(
    fr,
    new Array(10).fill(100),
    () => stream,
    () => now,
  )
  for (let i = 0; i < 10; i++) {
    now += seconds
    progress.reading(i, 50)
    progress.finished(i)
  }
  progress.clear()
  return written
}

describe('progress of a run over several files', () => {
  test('is not shown of what is done at once', () => {
    for (const isTTY of [true, false]) expect(run(isTTY, 0.05)).toBe('')
  })

  test('is one line that is rewritten on a terminal, and gone afterwards', () => {
    const written = run(true, 2)
    expect(written).toContain('\r\x1b[K3 fichiers vérifiés sur 10, 35 %')
    expect(written).not.toContain('\n')
    expect(written.endsWith('\r\x1b[K')).toBe(true)
  })

  test('is a plain line now and then elsewhere', () => {
    expect(run(false, 6)).toBe(
      ['1 fichier vérifié', '3 fichiers vérifiés', '5 fichiers vérifiés', '7 fichiers vérifiés', '9 fichiers vérifiés']
        .map((done, i) => `scdl : ${done} sur 10, ${[15, 35, 55, 75, 95][i]} %\n`)
        .join(''),
    )
  })

  test('makes room for what else is said, and leaves no line behind an interruption', () => {
    let now = 0
    let written = ''
    const stream = { isTTY: true, columns: 60, write: (text: string) => (written += text) }
    const before = process.listeners('exit')
    const progress = showRunProgress(
      fr,
      [100, 100],
      () => stream,
      () => now,
    )
    now = 2
    progress.finished(0)
    progress.hide()
    expect(written.endsWith('\r\x1b[K')).toBe(true)
    now = 4
    progress.reading(1, 50)
    const [interrupted] = process.listeners('exit').filter((listener) => !before.includes(listener))
    interrupted?.(130)
    expect(written.endsWith('\r\x1b[K')).toBe(true)
    progress.clear()
    expect(process.listeners('exit')).toEqual(before)
  })
})
