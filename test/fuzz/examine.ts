// One case through the whole of scdl, several ways that must agree. Gives back what is wrong; a defect is thrown as it is.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import {
  buildReport,
  type Diagnostic,
  everyDiagnostic,
  type LoadedSchema,
  type Platform,
  readDescriptor,
  ScdlError,
  type TableReport,
  validate,
} from '../../src/index.js'
import { fr } from '../../src/messages/fr.js'
import { say } from '../../src/messages/index.js'
import { displayWidth } from '../../src/messages/visible.js'
import { nodePlatform } from '../../src/node/platform.js'
import { human } from '../../src/reporters/human/human.js'
import { json } from '../../src/reporters/json.js'
import { plainStyle } from '../../src/reporters/reporter.js'
import { memorySource } from '../formats/memorySource.js'
import type { FuzzCase } from './fuzzCase.js'
import { brokenInvariants } from './invariants.js'
import { brokenSuggestions } from './suggestions.js'

const isReport = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(new URL('../../src/report.schema.json', import.meta.url), 'utf8')) as object,
)

/** What a terminal obeys, or what hides or turns text around. Line ends are the reporter's own. */
const UNSAFE = /[\x00-\x09\x0b-\x1f\x7f-\x9f]|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/u
/** What a missing detail leaves in a sentence; quoted texts are the file's own. */
const ODD =
  /\bundefined\b|\[object |\bNaN (?:ligne|cellule|colonne|valeur|erreur)|[a-zé] {2}(?:ni|et|ou|à|de|doit)\b|, (?:[.,]|ou à défaut \.)| dans \.|\( *\)/
const QUOTED = /«[^»]*»/g
const WIDTH = 80
/** Commands to copy are not cut. */
const COMMAND = '       '

/** `whole` lists every finding that `report` gives, those put aside included. */
interface Reading {
  report: TableReport
  whole: TableReport
}

export async function examine({ bytes, schema: written, options, chunkSizes: [chunkSize, otherSize] }: FuzzCase): Promise<string[]> {
  const schema = refusing(() => readDescriptor(written.descriptor, written.facts, written.aliases))
  if (schema instanceof ScdlError) return brokenSentence(schema)

  const read = async (platform: Platform, size: number, changed: Partial<FuzzCase['options']> = {}): Promise<Reading | ScdlError> => {
    try {
      const report = await validate(memorySource(bytes, 'données.csv', size), { ...options, ...changed, schema, platform })
      const diagnostics: Diagnostic[] = []
      for await (const diagnostic of everyDiagnostic(report)) diagnostics.push(diagnostic)
      const { samples: _, ...rest } = report
      return { report, whole: { ...rest, diagnostics } }
    } catch (error) {
      if (error instanceof ScdlError) return error
      throw error
    }
  }
  const first = await read(nodePlatform, chunkSize)
  const again = await read(nodePlatform, chunkSize)
  const portable = await read({}, otherSize)
  const broken = [
    ...differences('the same input gives the same report', wholeOf(first), wholeOf(again)),
    // What can be saved of a damaged file depends on how much is inflated at a time.
    ...(isDamagedGzip(bytes) || isCut(first)
      ? []
      : differences('neither chunks nor the platform change the report', wholeOf(first), wholeOf(portable))),
  ]
  if (first instanceof ScdlError) return [...broken, ...brokenSentence(first)]
  const { report, whole } = first
  const { maxDiagnostics = 1000 } = options
  const short = await read(nodePlatform, chunkSize, { maxDiagnostics: maxDiagnostics === 1 ? 0 : 1 })
  broken.push(
    ...differences('how many findings are listed changes nothing else', listless(first), listless(short)),
    ...brokenInvariants(whole, maxDiagnostics),
    ...(options.rules === undefined ? await brokenSuggestions(whole, schema) : []),
    ...brokenPage(report),
    ...(await brokenJson(whole)),
  )
  return [...new Set(broken)]
}

function refusing(read: () => LoadedSchema): LoadedSchema | ScdlError {
  try {
    return read()
  } catch (error) {
    if (error instanceof ScdlError) return error
    throw error
  }
}

const isCut = (reading: Reading | ScdlError): boolean =>
  !(reading instanceof ScdlError) && reading.whole.counts.some(({ code }) => code === 'file/truncated')

function isDamagedGzip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false
  try {
    return gunzipSync(bytes).length === 0
  } catch {
    return true
  }
}

const wholeOf = (reading: Reading | ScdlError): unknown => (reading instanceof ScdlError ? reading : reading.whole)

function listless(reading: Reading | ScdlError): TableReport | ScdlError {
  if (reading instanceof ScdlError) return reading
  const { samples: _, ...report } = reading.report
  return { ...report, diagnostics: [], truncated: false }
}

function differences(name: string, one: unknown, other: unknown): string[] {
  const [a, b] = [one, other].map((value) =>
    value instanceof ScdlError ? `${value.code} ${JSON.stringify(value.details)}` : JSON.stringify(value),
  )
  if (a === b || a === undefined || b === undefined) return []
  let at = 0
  while (a[at] === b[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 80)
  return [`${name} [${around(a)} ≠ ${around(b)}]`]
}

function brokenSentence({ code, details }: ScdlError): string[] {
  return brokenWords(fr.requests[code](details), `the sentence of ${code}`)
}

function brokenWords(text: string, what: string): string[] {
  const hidden = UNSAFE.exec(text.replaceAll('\n', ''))
  const odd = ODD.exec(text.replace(QUOTED, '«»'))
  const around = (at: number): string => JSON.stringify(text.slice(Math.max(0, at - 150), at + 150))
  return [
    ...(hidden === null ? [] : [`${what} has no hidden sign [${around(hidden.index)}]`]),
    ...(odd === null ? [] : [`${what} is made of whole words [${around(odd.index)}]`]),
  ]
}

const context = { say: (diagnostic: Diagnostic) => say(fr, diagnostic), messages: fr, style: plainStyle, width: WIDTH }
const pageOf = (report: TableReport): string => String(human(buildReport([report], 0.01), context))

const MOST_ALIKE_CHECKS = 3

/** Labels and cells are the file's own: `()` may be one. */
const withoutOwnTexts = (page: string, { columns }: TableReport): string =>
  columns.reduce((text, { label }) => (ODD.test(label) ? text.replaceAll(label, 'x') : text), page.replace(/^ {4}[A-Z]+\d+ .*$/gm, ''))

function brokenPage(report: TableReport): string[] {
  const page = pageOf(report)
  const wide = page.split('\n').find((line) => displayWidth(line) > WIDTH && !line.startsWith(COMMAND))
  const rows = report.stats.rows + (report.format?.headerRow ?? 0)
  const counted = [
    ...page.replace(QUOTED, '').matchAll(/(?<![\d\u00a0,.-])([\d\u00a0]+)\s+lignes? (?:à revoir|vides?|sans|avec|dont|où|en double|qui)/g),
  ]
  // A check that the schema names twice counts its rows twice.
  const many = counted.find(([, number = '']) => Number(number.replaceAll('\u00a0', '')) > rows * MOST_ALIKE_CHECKS)
  return [
    ...brokenWords(withoutOwnTexts(page, report), 'the page'),
    ...(wide === undefined ? [] : [`the page is ${WIDTH} columns wide [${JSON.stringify(wide)}]`]),
    ...(many === undefined ? [] : [`the page counts no more rows than there are [${many[0]}, ${rows} rows]`]),
  ]
}

async function brokenJson(whole: TableReport): Promise<string[]> {
  let text = ''
  for await (const part of json(buildReport([whole], 0.01), context)) text += part
  const parsed = JSON.parse(text) as { files: { diagnostics: { code: string; message: string }[] }[] }
  return [
    ...(UNSAFE.test(text.replaceAll('\n', '')) ? ['the JSON text has no hidden sign'] : []),
    ...(isReport(parsed) ? [] : [`the JSON is what its schema says [${JSON.stringify(isReport.errors)}]`]),
    ...(parsed.files[0]?.diagnostics ?? []).flatMap(({ code, message }) => brokenWords(message, `the message of ${code}`)),
  ]
}
