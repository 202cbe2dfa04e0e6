import { bare, lookUp } from './details.js'

/** Encodings by the names that text editors and spreadsheets give them. */
export function encodingName(encoding: string): string {
  return lookUp(ENCODINGS, encoding.toLowerCase()) ?? bare(encoding)
}

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO-8859-1',
  'iso-8859-15': 'ISO-8859-15',
  macintosh: 'Mac OS Roman',
  cp850: 'CP850 (MS-DOS)',
}
