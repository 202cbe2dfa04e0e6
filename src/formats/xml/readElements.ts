// A small XML document, element by element.
import { readAttributes } from './attributes.js'
import { decodeXml } from './decodeXml.js'
import { XmlScanner, type XmlSink } from './scanXml.js'

export interface ElementVisitor {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close?(name: string): void
}

/** Throws `XmlFault` when the document is not well-formed. */
export async function readElements(chunks: AsyncIterable<Uint8Array>, visitor: ElementVisitor): Promise<void> {
  const decoder = new TextDecoder()
  const sink: XmlSink = {
    wantsText: false,
    paused: false,
    open(bytes, from, nameEnd, to) {
      visitor.open(decoder.decode(bytes.subarray(from, nameEnd)), readAttributes(bytes, nameEnd, to))
    },
    close(bytes, from, to) {
      visitor.close?.(decoder.decode(bytes.subarray(from, to)))
    },
    text() {},
  }
  const scanner = new XmlScanner(sink)
  for await (const chunk of decodeXml(chunks)) {
    scanner.feed(chunk)
    scanner.scan()
  }
  scanner.finish()
}
