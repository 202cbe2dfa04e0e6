// The bytes of an XML document as UTF-8, whatever its encoding. https://www.w3.org/TR/xml/#sec-guessing
import { XmlFault } from './xmlFault.js'

/** Enough for a declaration, in bytes. */
const HEAD_BYTES = 256

export async function* decodeXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = new Uint8Array(0)
  let decode: ((chunk?: Uint8Array) => Uint8Array) | undefined
  for await (const chunk of chunks) {
    if (decode === undefined) {
      const longer = new Uint8Array(head.length + chunk.length)
      longer.set(head)
      longer.set(chunk, head.length)
      head = longer
      if (head.length < HEAD_BYTES) continue
      decode = decoderOf(head)
      yield decode(head)
    } else yield decode(chunk)
  }
  if (decode === undefined) {
    decode = decoderOf(head)
    yield decode(head)
  }
  yield decode()
}

const NOTHING = new Uint8Array(0)

/** To be called with every chunk, then without one. */
function decoderOf(head: Uint8Array): (chunk?: Uint8Array) => Uint8Array {
  const encoding = readEncoding(head)
  if (encoding !== 'utf-8') {
    const decoder = decoderFor(encoding)
    const encoder = new TextEncoder()
    return (chunk) => encoder.encode(decoder.decode(chunk, { stream: chunk !== undefined }))
  }
  let marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  return (chunk = NOTHING) => {
    const from = marked ? 3 : 0
    marked = false
    return chunk.subarray(from)
  }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new XmlFault()
  }
}

function readEncoding(head: Uint8Array): string {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return 'utf-16le'
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)) return 'utf-16be'
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES))
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8'
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return declared === 'utf8' || declared.startsWith('utf-16') || declared === 'us-ascii' ? 'utf-8' : declared
}
