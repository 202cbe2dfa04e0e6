// The encodings that text tables come in, their usual names, and what each byte above 127 stands for.
import { ScdlError } from '../../core/error.js'

/** The characters of the bytes from 0x80 to 0xFF; bytes that an encoding leaves undefined are the control characters of ISO 8859. */
const CONTROLS = Array.from({ length: 32 }, (_, i) => String.fromCharCode(0x80 + i)).join('')
const LATIN1 = CONTROLS + Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('')

export const singleByteEncodings = {
  'windows-1252': `€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ${LATIN1.slice(32)}`,
  'iso-8859-15': replaceAt(LATIN1, { 164: '€', 166: 'Š', 168: 'š', 180: 'Ž', 184: 'ž', 188: 'Œ', 189: 'œ', 190: 'Ÿ' }),
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
  'iso-8859-1': LATIN1,
} as const

export type SingleByteEncoding = keyof typeof singleByteEncodings
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding

const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf8sig: 'utf-8',
  utf8bom: 'utf-8',
  ascii: 'utf-8',
  usascii: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16le',
  unicode: 'utf-16le',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
  win1252: 'windows-1252',
  '1252': 'windows-1252',
  ansi: 'windows-1252',
  iso88591: 'iso-8859-1',
  latin1: 'iso-8859-1',
  l1: 'iso-8859-1',
  iso885915: 'iso-8859-15',
  latin9: 'iso-8859-15',
  l9: 'iso-8859-15',
  macintosh: 'macintosh',
  macroman: 'macintosh',
  mac: 'macintosh',
  xmacroman: 'macintosh',
  cp850: 'cp850',
  ibm850: 'cp850',
  dos850: 'cp850',
  '850': 'cp850',
}

/** Takes the usual spellings (`latin1`, `cp1252`, `UTF8`, `mac-roman`). Throws `unknown-encoding`. */
export function readEncodingName(name: string): Encoding {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const encoding = Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined
  if (encoding === undefined) throw new ScdlError('unknown-encoding', { value: name })
  return encoding
}

/** Whether Validata reads the encoding too, with a warning at most. */
export function isReadByValidata(encoding: Encoding): boolean {
  return encoding === 'windows-1252' || encoding === 'iso-8859-1' || encoding === 'iso-8859-15' || encoding === 'utf-8'
}

function replaceAt(characters: string, changes: Record<number, string>): string {
  return Array.from(characters, (character, i) => changes[0x80 + i] ?? character).join('')
}
