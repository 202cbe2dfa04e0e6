// One reading of a document: each item tested as it passes, the rest at the end, every fault given its place.
import type { Code, Severity } from '../core/diagnostic.js'
import type { FormatFacts, Limits } from '../core/format.js'
import { KeyStore } from '../core/keys.js'
import type { Recorder } from '../core/report.js'
import { canonicalJson } from './canonicalJson.js'
import type { CompiledJsonSchema, JsonTest, Stream } from './compileJsonSchema.js'
import { FieldNames } from './fieldNames.js'
import type { JsonError } from './jsonError.js'
import { escapePart, partsOf, pointerOf } from './pointer.js'
import { type JsonFinding, readError } from './readErrors.js'
import { JsonSplitter, type Piece, type Rest, type TextPlace } from './splitJson.js'
import { LineSplitter } from './splitLines.js'
import { type SyntaxFault, surveyJson } from './surveyJson.js'
import { placeCounter } from './textPlaces.js'

/** Objects and arrays inside one another. */
const MOST_LEVELS = 256
/** Of a document, beside the items that are checked one by one. */
const MOST_REST_BYTES = 256 * 1024 * 1024

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** Nothing more can be read. */
class Unreadable extends Error {}

/** A finding with what the report calls its code. */
type Told = Omit<JsonFinding, 'fault'> & { code: Code }

export class JsonRun {
  items = 0
  invalidItems = 0
  readonly #schema: CompiledJsonSchema
  readonly #recorder: Recorder
  readonly #limits: Limits
  readonly #facts: FormatFacts
  readonly #fields = new FieldNames()
  readonly #keys = new Map<number, KeyStore>()

  constructor(schema: CompiledJsonSchema, recorder: Recorder, limits: Limits, facts: FormatFacts) {
    this.#schema = schema
    this.#recorder = recorder
    this.#limits = limits
    this.#facts = facts
  }

  /** Throws `ScdlError('limit-exceeded')`, and what the chunks throw. */
  async read(chunks: AsyncIterable<Uint8Array>, isDamaged: () => boolean): Promise<void> {
    const { recordBytes } = this.#limits
    const isLines = this.#facts.name === 'ndjson'
    const { streams, test } = this.#schema
    const splitter = isLines
      ? new LineSplitter(recordBytes, { item: (_, _index, piece) => this.#item(piece, '', test, undefined) })
      : new JsonSplitter(
          streams.map(({ path }) => path),
          { itemBytes: recordBytes, restBytes: Math.max(recordBytes, MOST_REST_BYTES), depth: MOST_LEVELS },
          {
            item: (stream, index, piece) => this.#streamed(stream, index, piece),
            cut: (piece) => this.#unreadable(piece, 'cut'),
            notItem: (_, index, piece) => this.#unreadable(piece, index > 0 ? 'trailing-comma' : 'value-expected'),
          },
        )
    try {
      for await (const chunk of chunks) splitter.push(chunk)
      if (isDamaged()) throw new Unreadable()
      const rest = splitter.finish()
      if (rest !== undefined) this.#rest(rest)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
    }
    if (isDamaged()) this.#recorder.add('file/truncated', {})
  }

  #streamed(stream: number, index: number, piece: Piece): void {
    const known = this.#schema.streams[stream]!
    const twin = known.uniqueItems ? (value: unknown): JsonFinding | undefined => this.#twin(stream, index, value) : undefined
    this.#item(piece, pointerOf([...known.path, index]), known.test, twin)
  }

  #item(piece: Piece, pointer: string, test: JsonTest, twin: ((value: unknown) => JsonFinding | undefined) | undefined): void {
    const value = this.#parse(piece)
    this.items++
    const findings = this.#findings(test(value, piece.end - piece.start))
    const same = twin?.(value)
    if (same !== undefined) findings.push({ ...same, code: 'json/uniqueItems' })
    const hasTwins = piece.members !== membersIn(value)
    if (findings.length > 0 || hasTwins) this.#tell(findings, piece, pointer, hasTwins, placeCounter(piece.bytes, piece.start, piece.place))
    if (findings.length > 0) this.invalidItems++
  }

  #findings(errors: readonly JsonError[]): Told[] {
    if (errors.length === 0) return []
    return this.#schema.reduce(errors).map((error) => {
      const { fault, ...finding } = readError(error)
      return { ...finding, code: `json/${fault}` }
    })
  }

  #twin(stream: number, index: number, value: unknown): JsonFinding | undefined {
    let store = this.#keys.get(stream)
    // The document may have the array twice.
    if (store === undefined || index === 0) {
      store = new KeyStore()
      this.#keys.set(stream, store)
    }
    const bytes = encoder.encode(canonicalJson(value))
    const first = store.add(bytes, 0, bytes.length, index + 1)
    return first === 0 ? undefined : { fault: 'uniqueItems', pointer: '', details: { first, second: index + 1 } }
  }

  #parse(piece: Piece): unknown {
    try {
      return JSON.parse(decoder.decode(piece.bytes.subarray(piece.start, piece.end)))
    } catch {
      return this.#unreadable(piece)
    }
  }

  /** Says where the bytes stop being JSON, and ends the reading. `otherwise`: what is wrong where the piece alone does not tell. */
  #unreadable({ bytes, start, end, place }: Piece, otherwise: SyntaxFault['fault'] = 'value-expected'): never {
    const { fault } = surveyJson(bytes, start, end)
    const isBlank = fault === undefined || fault.offset >= end
    // It stands right before what should have been an item.
    if (isBlank && otherwise === 'trailing-comma') this.#tellSyntax(otherwise, { ...place, character: Math.max(1, place.character - 1) })
    this.#tellSyntax(isBlank ? otherwise : fault.fault, placeCounter(bytes, start, place)(fault?.offset ?? end))
  }

  #tellSyntax(fault: SyntaxFault['fault'], { line, character }: TextPlace): never {
    this.#recorder.add('file/json-syntax', { line, character }, () => ({ fault }))
    throw new Unreadable()
  }

  #rest({ bytes, end, members, marks, counts, trailing }: Rest): void {
    const { streams, test } = this.#schema
    const place = placesAcross(bytes, marks)
    let value: unknown
    try {
      value = JSON.parse(decoder.decode(bytes.subarray(0, end)))
    } catch {
      const { fault } = surveyJson(bytes, 0, end)
      this.#tellSyntax(fault?.fault ?? 'value-expected', place(fault?.offset ?? end))
    }
    if (trailing !== undefined) {
      if (trailing.byte !== 0x7b && trailing.byte !== 0x5b) this.#tellSyntax('end-expected', trailing.place)
      this.#recorder.add('file/json-lines', { ...trailing.place })
      throw new Unreadable()
    }
    if (isGeoJson(value)) this.#facts.name = 'geojson'
    const emptied = new Set([...counts.keys()].map((stream) => pointerOf(streams[stream]!.path)))
    const errors = test(value, end).filter(({ keyword, instancePath }) => keyword !== 'minItems' || !emptied.has(instancePath))
    const findings = [...this.#findings(errors), ...[...counts].flatMap(([stream, count]) => lengthFindings(streams[stream]!, count))]
    const hasTwins = members !== membersIn(value)
    if (findings.length > 0 || hasTwins) this.#tell(findings, { bytes, start: 0, end }, '', hasTwins, place)
    if (counts.size > 0) return
    this.items++
    if (findings.length > 0) this.invalidItems++
  }

  /** In the order of their places. */
  #tell(
    findings: readonly Told[],
    { bytes, start, end }: Pick<Piece, 'bytes' | 'start' | 'end'>,
    base: string,
    hasTwins: boolean,
    placeOf: (offset: number) => TextPlace,
  ): void {
    // Where no more are listed, they are only counted.
    if (!hasTwins && !findings.some(({ code }) => this.#recorder.wants(code))) {
      for (const told of findings) this.#add(told, base, { line: 1, character: 1 })
      return
    }
    const { places, twice } = surveyJson(bytes, start, end, { wanted: findings.map(({ pointer }) => pointer), twins: hasTwins })
    const twins = twice.map(({ pointer, key, place }) => {
      const told: Told = { code: 'json/duplicate-key', pointer, atKey: true, details: { key } }
      return { told, offset: place.key ?? place.value }
    })
    const placed = findings.map((told) => {
      const place = places.get(told.pointer)
      return { told, offset: (told.atKey ? place?.key : undefined) ?? place?.value ?? start }
    })
    const from = this.#recorder.position
    for (const { told, offset } of [...placed, ...twins].sort((a, b) => a.offset - b.offset)) this.#add(told, base, placeOf(offset))
    this.#recorder.settleRow(from)
  }

  #add({ code, pointer, cell, suggestion, details }: Told, base: string, place: TextPlace): Severity | undefined {
    const whole = base + pointer
    const named = typeof details.property === 'string' && code === 'json/required' ? `${whole}/${escapePart(details.property)}` : whole
    const field = this.#fields.of(partsOf(named))
    return this.#recorder.add(
      code,
      {
        line: place.line,
        character: place.character,
        pointer: whole,
        ...(field !== undefined && { field }),
        ...(cell !== undefined && { cell }),
        ...(suggestion !== undefined && { suggestion }),
      },
      () => details,
    )
  }
}

/** As `placeCounter`, for bytes of which parts were taken out. */
function placesAcross(bytes: Uint8Array, marks: Rest['marks']): (offset: number) => TextPlace {
  let next = 0
  let counter = placeCounter(bytes, 0, { line: 1, character: 1 })
  return (offset) => {
    for (let mark = marks[next]; mark !== undefined && mark.at <= offset; mark = marks[++next]) {
      counter = placeCounter(bytes, mark.at, mark.place)
    }
    return counter(offset)
  }
}

/** Of an array that is checked item by item: what is asked of their number. */
function lengthFindings({ path, minItems, maxItems }: Stream, length: number): Told[] {
  const pointer = pointerOf(path)
  if (length < minItems) return [{ code: 'json/minItems', pointer, details: { constraint: minItems, length } }]
  return length > maxItems ? [{ code: 'json/maxItems', pointer, details: { constraint: maxItems, length } }] : []
}

const isGeoJson = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ['FeatureCollection', 'Feature'].includes((value as { type?: string }).type ?? '')

/** The members of all objects in a value: fewer than were written where a key comes twice. */
function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let members = 0
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) members += membersIn(item)
    return members
  }
  for (const name in value) {
    const member: unknown = (value as Record<string, unknown>)[name]
    members += typeof member === 'object' && member !== null ? membersIn(member) + 1 : 1
  }
  return members
}
