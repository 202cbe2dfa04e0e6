// The same text in the other encodings that real files come in: twins of the UTF-8 fixtures, made when they are needed.

const LATIN_1 = String.fromCharCode(...Array.from({ length: 128 }, (_, index) => 0x80 + index))

/** The characters of bytes 0x80 to 0xFF. Written out where the runtime's decoder is not to be trusted: it takes windows-1252 for Latin-1. */
const HIGH_HALF = {
  'windows-1252': `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${LATIN_1.slice(32)}`,
  'iso-8859-1': LATIN_1,
  'iso-8859-15': decoded('iso-8859-15'),
  macintosh: decoded('macintosh'),
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
    'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
} as const

export type TwinEncoding = keyof typeof HIGH_HALF | 'utf-16le' | 'utf-16be'

/** Those that Validata reads too: naming them is a warning. The others are an error. */
const READ_BY_VALIDATA: readonly string[] = ['windows-1252', 'iso-8859-1', 'iso-8859-15']

export const codeOfTwin = (encoding: TwinEncoding) => (READ_BY_VALIDATA.includes(encoding) ? 'file/encoding' : 'file/unreadable-encoding')

/** UTF-16 takes its byte-order mark. Throws where the encoding lacks a character: the fixture then must not ask for that twin. */
export function encodeTwin(text: string, encoding: TwinEncoding): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encodeUtf16(text, encoding === 'utf-16le')
  const table = HIGH_HALF[encoding]
  return Uint8Array.from(text, (character) => {
    if (character < '\u0080') return character.charCodeAt(0)
    const index = table.indexOf(character)
    if (index === -1) throw new Error(`${encoding} has no ${character}`)
    return 0x80 + index
  })
}

/** The names that are right for these bytes: windows-1252 and the ISO encodings often give the same ones. */
export function rightNames(text: string, encoding: TwinEncoding): string[] {
  const bytes = encodeTwin(text, encoding)
  const latin = READ_BY_VALIDATA as TwinEncoding[]
  if (!latin.includes(encoding)) return [encoding]
  return latin.filter((other) => {
    try {
      return Buffer.compare(encodeTwin(text, other), bytes) === 0
    } catch {
      return false
    }
  })
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const marked = `\ufeff${text}`
  const view = new DataView(new ArrayBuffer(marked.length * 2))
  for (let index = 0; index < marked.length; index++) view.setUint16(index * 2, marked.charCodeAt(index), littleEndian)
  return new Uint8Array(view.buffer)
}

function decoded(encoding: string): string {
  return new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index))
}
