import { describe, expect, test } from 'vitest'
import { readAttributes } from '../../../src/formats/xml/attributes.js'
import { decodeXml } from '../../../src/formats/xml/decodeXml.js'
import { XmlScanner, type XmlSink } from '../../../src/formats/xml/scanXml.js'

const decoder = new TextDecoder()

/** Events as text: `<name a=1 b=2>`, `</name>`, texts. */
class Recorder implements XmlSink {
  wantsText = true
  paused = false
  readonly events: string[] = []

  open(bytes: Uint8Array, from: number, nameEnd: number, to: number): void {
    const attributes = [...readAttributes(bytes, nameEnd, to)].map(([name, value]) => ` ${name}=${value}`)
    this.events.push(`<${decoder.decode(bytes.subarray(from, nameEnd))}${attributes.join('')}>`)
  }

  close(bytes: Uint8Array, from: number, to: number): void {
    this.events.push(`</${decoder.decode(bytes.subarray(from, to))}>`)
  }

  text(bytes: Uint8Array, from: number, to: number): void {
    this.events.push(String.fromCharCode(...bytes.subarray(from, to)))
  }
}

/** Bytes as characters: a text may be cut within one. */
function scan(xml: string, chunkSize: number, sink = new Recorder()): string {
  const scanner = new XmlScanner(sink)
  const bytes = new TextEncoder().encode(xml)
  for (let from = 0; from < bytes.length; from += chunkSize) {
    scanner.feed(bytes.slice(from, from + chunkSize))
    while (scanner.scan()) sink.paused = false
  }
  scanner.finish()
  return sink.events.join('')
}

const cases: [string, string, string][] = [
  ['elements and text', '<a>un<b>deux</b></a>', '<a>un<b>deux</b></a>'],
  ['no content', '<a><b/><c /></a>', '<a><b></b><c></c></a>'],
  ['prefixes', '<x:a><y:b z:c="1"/></x:a >', '<a><b c=1></b></a>'],
  ['attributes', `<a  b = "1"\n\tc='2' d="&lt;&#x41;&quot;"/>`, '<a b=1 c=2 d=<A"></a>'],
  ['marks in attributes', `<a b="x>y" c='/>' d="'"/>`, `<a b=x>y c=/> d='></a>`],
  ['entities', '<a>&lt;&gt;&amp;&apos;&quot;&#65;&#x42;</a>', `<a><>&'"AB</a>`],
  ['what is no entity', '<a>A&B &nbsp; &; & fin</a>', '<a>A&B &nbsp; &; & fin</a>'],
  ['impossible characters', '<a>&#0;&#xD800;</a>', '<a>\u00ef\u00bf\u00bd\u00ef\u00bf\u00bd</a>'],
  ['CDATA', '<a>x<![CDATA[<b>&amp;]]]]>y<![CDATA[]]></a>', '<a>x<b>&amp;]]y</a>'],
  ['comments and instructions', '<?xml version="1.0"?><!-- <a> --><a>x<!-- > - -- y --><?p <b> ?>z</a><!---->', '<a>xz</a>'],
  ['ends of lines', '<a>un\r\ndeux\rtrois\n</a>\r\n', '<a>un\ndeux\ntrois\n</a>\n'],
]

describe('events', () => {
  test.each(cases)('%s', (_name, xml, expected) => {
    for (let size = 1; size <= xml.length; size++) expect(scan(xml, size).trimEnd()).toBe(expected.trimEnd())
  })

  test('a pause after every tag changes nothing', () => {
    class Pausing extends Recorder {
      override open(bytes: Uint8Array, from: number, nameEnd: number, to: number): void {
        super.open(bytes, from, nameEnd, to)
        this.paused = true
      }
    }
    const xml = '<a>un<b>deux</b><c/>trois</a>'
    for (const size of [1, 7, 100]) expect(scan(xml, size, new Pausing())).toBe('<a>un<b>deux</b><c></c>trois</a>')
  })

  test('text that is not wanted is passed over', () => {
    const sink = new Recorder()
    sink.wantsText = false
    expect(scan('<a>un &amp; <![CDATA[<x>]]><b/></a>', 3, sink)).toBe('<a><b></b></a>')
  })
})

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['no element', 'bonjour'],
    ['cut', '<a><b></b>'],
    ['cut in a tag', '<a><b'],
    ['cut in a comment', '<a/><!-- '],
    ['closed too often', '<a></a></a>'],
    ['a tag in a tag', '<a <b>></a>'],
    ['no name', '<a>< b></a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
  ])('%s', (_name, xml) => {
    for (const size of [1, 5, 1000]) expect(() => scan(xml, size)).toThrow('not well-formed')
  })

  test.each([
    ['depth', '<a>'.repeat(300)],
    ['tagBytes', `<a b="${'x'.repeat(5_000_000)}"/>`],
  ])('%s is limited', (limit, xml) => {
    expect(() => scan(xml, 65_536)).toThrow(
      expect.objectContaining({ code: 'limit-exceeded', details: expect.objectContaining({ limit }) }),
    )
  })
})

describe('decodeXml', () => {
  const xml = '<?xml version="1.0"?><a b="é">été €</a>'
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))
  const encodings: [string, Uint8Array][] = [
    ['UTF-8', new TextEncoder().encode(xml)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${xml}`)],
    ['UTF-16', utf16],
    ['UTF-16 without mark', utf16.subarray(2)],
    ['UTF-16, big-endian', new Uint8Array(Buffer.from(utf16).swap16())],
    ['ISO-8859-15', new Uint8Array(Buffer.from(xml.replace('?>', ' encoding="ISO-8859-15"?>').replace('€', '\u00a4'), 'latin1'))],
    ['UTF-8 that says UTF-16', new TextEncoder().encode(xml.replace('?>', ' encoding="UTF-16"?>'))],
  ]

  test.each(encodings)('%s', async (_name, bytes) => {
    for (const size of [1, 3, 1000]) {
      const source = (async function* () {
        for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
      })()
      const parts: Uint8Array[] = []
      for await (const part of decodeXml(source)) parts.push(part.slice())
      expect(Buffer.concat(parts).toString()).toMatch(/^<\?xml .*<a b="é">été €<\/a>$/)
    }
  })

  test('an encoding that nobody knows', async () => {
    const source = (async function* () {
      yield new TextEncoder().encode('<?xml version="1.0" encoding="klingon"?><a/>')
    })()
    await expect(decodeXml(source).next()).rejects.toThrow('not well-formed')
  })
})
