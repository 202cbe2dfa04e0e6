import { describe, expect, it } from 'vitest'
import { displayWidth, shorten, shortenPath, visible } from '../../src/messages/visible.js'

describe('visible', () => {
  it.each([
    ['plain', 'déjà vu', 'déjà vu'],
    ['escape and bell', '\x1b[31mrouge\x1b]0;titre\x07', '␛[31mrouge␛]0;titre␇'],
    ['control bytes of the upper half', 'a\x9b31mb', 'a\\u009b31mb'],
    ['line breaks', 'un\r\ndeux\ntrois\u2028quatre', 'un⏎deux⏎trois⏎quatre'],
    ['tab, null, delete', 'a\tb\0c\x7f', 'a⇥b␀c␡'],
    ['bidirectional marks', 'abc\u202egnp.exe\u2066', 'abc\\u202egnp.exe\\u2066'],
    ['without width', 'a\u200bb\ufeffc', 'a\\u200bb\\ufeffc'],
    ['tags', 'a\u{e0041}', 'a\\u{e0041}'],
    ['half of a pair', 'a\ud800b', 'a\\ud800b'],
    ['piled marks', `e${'\u0301'.repeat(40)}`, `e${'\u0301'.repeat(3)}`],
  ])('%s', (_name, text, shown) => {
    expect(visible(text)).toBe(shown)
    expect(visible(shown)).toBe(shown)
  })
})

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['été', 3],
    ['e\u0301te\u0301', 3],
    ['→ « ✔ »', 7],
    ['漢字', 4],
    ['🎉', 2],
  ])('%s takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width))
})

describe('shorten', () => {
  it.each([
    ['court', 10, 'court'],
    ['exactement', 10, 'exactement'],
    ['un peu plus long', 10, 'un peu pl…'],
    ['漢字漢字', 5, '漢字…'],
    ['', 5, ''],
  ])('%s in %i', (text, width, shown) => expect(shorten(text, width)).toBe(shown))

  it('keeps its bound on texts of any size and content', () => {
    const texts = [
      'x'.repeat(1_000_000),
      '\x1b[2J'.repeat(100_000),
      '\u202e'.repeat(100_000),
      `e${'\u0301'.repeat(1_000_000)}`,
      '漢'.repeat(100_000),
    ]
    for (const text of texts) expect(displayWidth(shorten(text, 30))).toBeLessThanOrEqual(30)
  })
})

describe('shortenPath', () => {
  it.each([
    ['données/a.csv', 20, 'données/a.csv'],
    ['un/très/long/chemin/vers/subventions.xlsx', 23, '…/vers/subventions.xlsx'],
    ['漢字漢字/a.csv', 9, '…字/a.csv'],
  ])('%s in %i columns', (path, width, shown) => {
    expect(shortenPath(path, width)).toBe(shown)
    expect(displayWidth(shortenPath(path, width))).toBeLessThanOrEqual(width)
  })
})
