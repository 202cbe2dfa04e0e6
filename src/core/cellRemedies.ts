// What can be done about the invalid cells of one column: which repair mends each, and what the column as a whole has to prove first.
import type { Code, Details } from './diagnostic.js'
import { ANY_MARK, marksOf } from './marks.js'
import { type Assumption, type Certainty, type CompiledRepair, OPPOSITES } from './repair.js'
import type { CellGroup } from './reportTypes.js'
import { VerdictCache } from './verdictCache.js'

/** A repair made ready for a column, with the name it has in the registry. */
export interface ColumnRepair {
  name: string
  certainty: Certainty
  compiled: CompiledRepair
}

const MAX_VALUES = 12
const MAX_EXAMPLES = 3
/** Longer texts are no numbers. */
const MAX_FORM = 48
/** Room that a proposal may take beyond the cell it starts from. */
const PROPOSAL_MARGIN = 64

/** What the cells of a column say of an assumption. */
interface Tally {
  proofs: number
  contradictions: number
}

type Values = { bytes: Uint8Array; cells: number }[]

interface Group {
  repair: ColumnRepair | undefined
  /** Cells that the repair mends only when the column settles its assumption. */
  dependent: boolean
  /** Its cells are right once they are written as they were read. */
  written: boolean
  cells: number
  /** By fault bit: how many of the cells have it. */
  byBit: Uint32Array
  /** undefined once there are more than `MAX_VALUES`. */
  values: Values | undefined
  examples: { row: number; cell: string }[]
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/**
 * What can mend a cell: rewriting it, leaving out its row (a total), writing it as it was read (a workbook's), or nothing of the kind
 * (a duplicate).
 */
export type Mending = 'cell' | 'row' | 'written' | 'none'

/** The slots of groups: one per fault bit for the cells that no repair concerns, one for the rows left out, then two per repair. */
const LEFT_OUT_SLOT = 31
const FIRST_REPAIR_SLOT = 32
// A verdict is a slot, what the witnesses said (two bits each, `MAX_WITNESSES`), and the number of the cell's text among the values.
const SLOT_MASK = 0xfff
const SAID_SHIFT = 12
const MAX_WITNESSES = 4
const SAID_MASK = 0xff
const VALUE_SHIFT = 20

/** What a fault bit of the column is called, and what a sentence about it needs. */
export type NameFault = (bit: number) => { code: Code; details: Details }

/** How far a conversion goes. */
export interface MendingLimits {
  /** Repairs that a check confirms are made too. */
  verified: boolean
  /** What the column proves, cells that the field accepts included. */
  trusts(assumption: Assumption): boolean
}

export interface RemediesPlan {
  repairs: readonly ColumnRepair[]
  /** Of the field's own test: see `CompiledType`. */
  figuresAlike: boolean
  accepts(bytes: Uint8Array, start: number, end: number): boolean
  nameFault: NameFault
}

export class CellRemedies {
  readonly #repairs: readonly ColumnRepair[]
  /** By repair: the marks without which it has nothing to say. */
  readonly #needs: Int32Array
  readonly #witnesses: readonly { witness: NonNullable<CompiledRepair['witness']>; needs: number; tally: Tally }[]
  readonly #accepts: (bytes: Uint8Array, start: number, end: number) => boolean
  readonly #nameFault: NameFault
  readonly #groups: (Group | undefined)[] = []
  readonly #tallies = new Map<Assumption, Tally>()
  /** Texts that differ in figures other than 0 share their verdict. */
  readonly #alike: boolean
  /** Such a text, those figures made one. */
  readonly #form = new Uint8Array(MAX_FORM)
  readonly #cache = new VerdictCache((verdict, faults, cells) => this.#countMore(verdict, faults, cells))
  #out = new Uint8Array(256)
  #outLength = 0
  /** Set by `#find`: the outcome needs the column's proof. */
  #dependent = false

  constructor({ repairs, figuresAlike, accepts, nameFault }: RemediesPlan) {
    this.#repairs = repairs
    this.#alike = figuresAlike && repairs.every(({ compiled }) => compiled.figuresAlike === true)
    this.#needs = Int32Array.from(repairs, ({ compiled }) => compiled.needs ?? ANY_MARK)
    this.#witnesses = repairs.flatMap(({ compiled: { witness, assumption, needs = ANY_MARK } }) => {
      // Two repairs that assume opposite things hear the same of every cell: one of them is enough.
      if (witness === undefined || assumption === undefined || this.#tallies.has(OPPOSITES[assumption])) return []
      const tally = this.#tallies.get(assumption) ?? { proofs: 0, contradictions: 0 }
      this.#tallies.set(assumption, tally)
      return [{ witness, needs, tally }]
    })
    if (this.#witnesses.length > MAX_WITNESSES) throw new Error('more witnesses than a verdict can hold')
    this.#accepts = accepts
    this.#nameFault = nameFault
  }

  /** Counts an invalid cell. */
  add(bytes: Uint8Array, start: number, end: number, row: number, faults: number, mending: Mending): void {
    // Cells that no repair concerns are told apart by their first fault; the others by their repair.
    const firstFault = 31 - Math.clz32(faults & -faults)
    if (mending !== 'cell' || start === end) {
      const slot = mending === 'row' ? LEFT_OUT_SLOT : firstFault
      this.#count(slot, bytes, start, end, row, faults)
      if (mending === 'written') this.#groups[slot]!.written = true
      return
    }
    const alike = this.#alike && end - start <= MAX_FORM
    const text = alike ? this.#form : bytes
    const from = alike ? 0 : start
    const to = alike ? writeForm(bytes, start, end, this.#form) : end
    if (this.#cache.count(text, from, to, faults)) return
    const verdict = this.#judge(bytes, start, end, firstFault)
    this.#hearSaid(verdict, 1)
    const slot = verdict & SLOT_MASK
    const value = this.#count(slot, bytes, start, end, row, faults)
    // A text that is kept is counted without another look: its group has its examples, and its values where texts are told apart.
    const group = this.#groups[slot]!
    if (group.cells < MAX_EXAMPLES || (alike && group.values !== undefined)) return
    this.#cache.keep(text, from, to, faults, verdict | (value << VALUE_SHIFT))
  }

  #hearSaid(verdict: number, cells: number): void {
    for (let said = (verdict >> SAID_SHIFT) & SAID_MASK, i = 0; said !== 0; said >>= 2, i++) {
      if ((said & 1) !== 0) this.#witnesses[i]!.tally.proofs += cells
      else if ((said & 2) !== 0) this.#witnesses[i]!.tally.contradictions += cells
    }
  }

  /** Returns the number, from 1, of this text among the group's values; 0: there are too many. */
  #count(slot: number, bytes: Uint8Array, start: number, end: number, row: number, faults: number): number {
    this.#groups[slot] ??= this.#newGroup(slot)
    const group = this.#groups[slot]
    if (group.cells < MAX_EXAMPLES) group.examples.push({ row, cell: decoder.decode(bytes.subarray(start, end)) })
    group.cells++
    for (let rest = faults; rest !== 0; rest &= rest - 1) group.byBit[31 - Math.clz32(rest & -rest)]!++
    return group.values === undefined ? 0 : countValue(group, group.values, bytes, start, end)
  }

  /** Cells that the cache knew. */
  #countMore(verdict: number, faults: number, cells: number): void {
    this.#hearSaid(verdict, cells)
    const group = this.#groups[verdict & SLOT_MASK]!
    group.cells += cells
    for (let rest = faults; rest !== 0; rest &= rest - 1) group.byBit[31 - Math.clz32(rest & -rest)]! += cells
    const value = verdict >> VALUE_SHIFT
    if (value > 0 && group.values !== undefined) group.values[value - 1]!.cells += cells
  }

  /** Counts what the cache still holds: to be called before anything of the column as a whole is asked. */
  settle(): void {
    this.#cache.tellAll()
  }

  /** Empty cells like those already added. */
  addEmpties(faults: number, cells: number): void {
    const group = this.#groups[31 - Math.clz32(faults & -faults)]
    if (group === undefined) return
    group.cells += cells
    for (let rest = faults; rest !== 0; rest &= rest - 1) group.byBit[31 - Math.clz32(rest & -rest)]! += cells
    const value = group.values?.find(({ bytes }) => bytes.length === 0)
    if (value !== undefined) value.cells += cells
  }

  #newGroup(slot: number): Group {
    const repair = this.#repairs[(slot - FIRST_REPAIR_SLOT) >> 1]
    return {
      repair,
      dependent: repair !== undefined && (slot & 1) === 1,
      written: false,
      cells: 0,
      byBit: new Uint32Array(32),
      values: [],
      examples: [],
    }
  }

  /** The slot of the cell's group (two a repair, the second for the cells that depend on the column) and what the cell proves. */
  #judge(bytes: Uint8Array, start: number, end: number, firstFault: number): number {
    const marks = marksOf(bytes, start, end)
    const said = this.#hear(bytes, start, end, marks)
    const found = this.#find(bytes, start, end, marks, true)
    const slot = found < 0 ? firstFault : FIRST_REPAIR_SLOT + found * 2 + (this.#dependent ? 1 : 0)
    return slot | (said << SAID_SHIFT)
  }

  /** Two bits a witness: the cell proves the assumption, or contradicts it. All are heard, whichever repair is taken. */
  #hear(bytes: Uint8Array, start: number, end: number, marks: number): number {
    let said = 0
    for (let i = 0; i < this.#witnesses.length; i++) {
      const { witness, needs } = this.#witnesses[i]!
      if ((needs & marks) === 0) continue
      const word = witness(bytes, start, end)
      if (word === 1) said |= 1 << (i * 2)
      else if (word === -1) said |= 2 << (i * 2)
    }
    return said
  }

  /** The index of the first repair whose outcome is accepted, or that explains the damage; -1: none. */
  #find(bytes: Uint8Array, start: number, end: number, marks: number, counting: boolean, limits?: MendingLimits): number {
    this.#dependent = false
    let dependent = -1
    if (this.#out.length < end - start + PROPOSAL_MARGIN) this.#out = new Uint8Array((end - start) * 2 + PROPOSAL_MARGIN)
    for (let i = 0; i < this.#repairs.length; i++) {
      if ((this.#needs[i]! & marks) === 0) continue
      const { certainty, compiled } = this.#repairs[i]!
      const length = compiled.propose(bytes, start, end, this.#out)
      if (length < 0 || (certainty === 'verified' && limits?.verified === false)) continue
      if (certainty === 'impossible') {
        if (dependent < 0) return i
        continue
      }
      if (!this.#accepts(this.#out, 0, length)) continue
      this.#outLength = length
      if (compiled.assumption === undefined || (compiled.witness?.(bytes, start, end) ?? 0) > 0) return i
      if (counting) {
        if (dependent < 0) dependent = i
      } else if (this.#settled(compiled.assumption) && (limits === undefined || limits.trusts(compiled.assumption))) return i
    }
    this.#dependent = dependent >= 0
    return dependent
  }

  #tally(assumption: Assumption): Tally {
    const opposite = this.#tallies.get(OPPOSITES[assumption])
    if (opposite !== undefined) return { proofs: opposite.contradictions, contradictions: opposite.proofs }
    return this.#tallies.get(assumption) ?? { proofs: 0, contradictions: 0 }
  }

  /** The column proves the assumption and nothing in it says otherwise. */
  #settled(assumption: Assumption): boolean {
    const { proofs, contradictions } = this.#tally(assumption)
    return proofs > 0 && contradictions === 0
  }

  /** What to write instead of this text, now that the whole column is known. */
  suggest(text: string): { repair: string; suggestion?: string } | undefined {
    const bytes = encoder.encode(text)
    const found = this.#repairs[this.#find(bytes, 0, bytes.length, marksOf(bytes, 0, bytes.length), false)]
    if (found === undefined) return undefined
    if (found.certainty === 'impossible') return { repair: found.name }
    return { repair: found.name, suggestion: decoder.decode(this.#out.subarray(0, this.#outLength)) }
  }

  /** The repair of a refused cell, now that the whole column is known; its outcome is in `outcome`, up to `length`. */
  mend(bytes: Uint8Array, start: number, end: number, limits: MendingLimits): { repair: ColumnRepair; length: number } | undefined {
    const repair = this.#repairs[this.#find(bytes, start, end, marksOf(bytes, start, end), false, limits)]
    return repair === undefined || repair.certainty === 'impossible' ? undefined : { repair, length: this.#outLength }
  }

  /** Where `mend` writes; valid until it is called again. */
  get outcome(): Uint8Array {
    return this.#out
  }

  /** The column proves the assumption and nothing in its refused cells says otherwise. */
  settles(assumption: Assumption): boolean {
    return this.#settled(assumption)
  }

  /** A dependent cell goes to whichever repair the column settles: day first or month first, say. */
  #settledRepair(group: Group): ColumnRepair | undefined {
    const sample = group.examples[0]
    if (sample === undefined || !group.dependent) return group.repair
    const name = this.suggest(sample.cell)?.repair
    return this.#repairs.find((repair) => repair.name === name)
  }

  #mends(group: Group): boolean {
    if (group.written || group === this.#groups[LEFT_OUT_SLOT]) return true
    const repair = this.#settledRepair(group)
    return repair !== undefined && repair.certainty !== 'impossible'
  }

  /** Cells of this column that a repair makes valid. To be asked once the whole column is known. */
  repairable(): number {
    let cells = 0
    for (const group of this.#known()) if (this.#mends(group)) cells += group.cells
    return cells
  }

  /** By fault bit: how many cells with this fault a repair makes valid. */
  repairableByBit(): Uint32Array {
    const byBit = new Uint32Array(32)
    for (const group of this.#known()) {
      if (this.#mends(group)) for (const [bit, cells] of group.byBit.entries()) byBit[bit]! += cells
    }
    return byBit
  }

  #known(): Group[] {
    return this.#groups.filter((group) => group !== undefined)
  }

  /** Largest first. */
  groups(): CellGroup[] {
    const merged = new Map<ColumnRepair | Group, CellGroup>()
    for (const group of this.#known()) {
      const repair = this.#settledRepair(group)
      const described = this.#describe(group, repair)
      const same = merged.get(repair ?? group)
      if (same === undefined) merged.set(repair ?? group, described)
      else mergeInto(same, described)
    }
    return [...merged.values()].sort((a, b) => b.cells - a.cells)
  }

  #describe(group: Group, settledRepair: ColumnRepair | undefined): CellGroup {
    const repair = settledRepair ?? group.repair
    const faults = [...group.byBit.keys()].filter((bit) => group.byBit[bit] !== 0).map(this.#nameFault)
    const suggestion = (cell: string): { suggestion?: string } => (group.written ? {} : this.#suggestion(cell))
    const described: CellGroup = {
      ...(group.written ? { written: true } : {}),
      ...(group === this.#groups[LEFT_OUT_SLOT] ? { leftOut: true } : {}),
      codes: faults.map(({ code }) => code),
      cells: group.cells,
      examples: group.examples.map(({ row, cell }) => ({ row, cell, ...suggestion(cell) })),
      details: Object.fromEntries(faults.map(({ code, details }) => [code, details])),
    }
    if (repair !== undefined) {
      described.repair = repair.name
      described.certainty = repair.certainty
      const name = repair.compiled.assumption
      if (name !== undefined) described.assumption = { name, ...this.#tally(name), settled: this.#settled(name) }
    }
    if (group.values !== undefined) {
      described.values = group.values
        .map(({ bytes, cells }) => ({ value: decoder.decode(bytes), cells }))
        .sort((a, b) => b.cells - a.cells)
        .map((entry) => ({ ...entry, ...suggestion(entry.value) }))
    }
    return described
  }

  #suggestion(cell: string): { suggestion?: string } {
    const suggestion = this.suggest(cell)?.suggestion
    return suggestion === undefined ? {} : { suggestion }
  }
}

/** Figures other than 0 as 1, all else as it is; returns the length. */
function writeForm(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    out[i - start] = byte > 0x31 && byte <= 0x39 ? 0x31 : byte
  }
  return end - start
}

function countValue(group: Group, values: Values, bytes: Uint8Array, start: number, end: number): number {
  for (let v = 0; v < values.length; v++) {
    const value = values[v]!
    if (value.bytes.length !== end - start) continue
    let i = 0
    while (i < value.bytes.length && value.bytes[i] === bytes[start + i]) i++
    if (i === value.bytes.length) {
      value.cells++
      return v + 1
    }
  }
  if (values.length < MAX_VALUES) return values.push({ bytes: bytes.slice(start, end), cells: 1 })
  group.values = undefined
  return 0
}

function mergeInto(target: CellGroup, other: CellGroup): void {
  target.cells += other.cells
  target.codes = [...new Set([...target.codes, ...other.codes])]
  target.examples = [...target.examples, ...other.examples].sort((a, b) => a.row - b.row).slice(0, MAX_EXAMPLES)
  Object.assign(target.details, { ...other.details, ...target.details })
  if (target.values !== undefined && other.values !== undefined && target.values.length + other.values.length <= MAX_VALUES) {
    target.values = [...target.values, ...other.values].sort((a, b) => b.cells - a.cells)
  } else delete target.values
}
