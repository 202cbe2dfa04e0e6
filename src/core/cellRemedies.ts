// What can be done about the invalid cells of one column: which repair mends each, and what the column as a whole has to prove first.
// Longer than most files: what is counted of a cell is what the groups, the suggestions and the conversion ask for.
import { INDIFFERENT } from './alike.js'
import type { Batch } from './batch.js'
import { addExample, type ColumnRepair, countCell, countFaults, Group, MAX_EXAMPLES } from './cellGroup.js'
import { ColumnProof, SAID_MASK } from './columnProof.js'
import { describeGroups, type NameFault } from './describeGroups.js'
import { ANY_FAULT, firstBit, TYPE_FAULT } from './faultBits.js'
import { ANY_MARK, marksOf } from './marks.js'
import type { Assumption, CompiledRepair } from './repair.js'
import type { CellGroup } from './reportTypes.js'
import { CELL_WORDS, END, FAULTS, ROW, START, VerdictCache } from './verdictCache.js'

const MOST_SUGGESTIONS = 32
/** Room that a proposal may take beyond the cell it starts from. */
const PROPOSAL_MARGIN = 64

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
// Whether a column settles an assumption.
const NO = 0
const YES = 1
const UNKNOWN = 2
// A verdict is a slot, what the witnesses said (`SAID_MASK`), and the number of the cell's text among the values.
const SLOT_MASK = 0xfff
const SAID_SHIFT = 12
const VALUE_SHIFT = 20

type Rows = Pick<Batch, 'bytes' | 'rowNumber'>

// For a cell that comes alone.
const ALONE: Rows = { bytes: new Uint8Array(0), rowNumber: new Int32Array(1) }
const ONE_CELL = new Int32Array(CELL_WORDS)

const alikeFor = ({ alike = INDIFFERENT.none }: CompiledRepair): number => alike

export interface Suggestion {
  readonly repair: string
  /** Absent: the repair explains why nothing can be done. */
  readonly suggestion?: string
}

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
  alike: number
  /** The faults of the column's checks. */
  checkFaults: number
  /** Of all of its checks: see `CompiledCellCheck`; and what they find is among the faults of a cell. */
  checksReadDigits: boolean
  /** Of the table: they share the room for what is remembered. */
  columns: number
  accepts(bytes: Uint8Array, start: number, end: number): boolean
  nameFault: NameFault
}

export class CellRemedies {
  readonly #repairs: readonly ColumnRepair[]
  // By repair, side by side: what every cell asks, of objects that are all made in their own way.
  /** The marks without which it has nothing to say. */
  readonly #needs: Int32Array
  readonly #proposals: readonly CompiledRepair['propose'][]
  readonly #proof: ColumnProof
  readonly #accepts: (bytes: Uint8Array, start: number, end: number) => boolean
  readonly #nameFault: NameFault
  readonly #groups: (Group | undefined)[] = []
  /** By repair: see `CompiledRepair`. */
  readonly #alikeBy: Int32Array
  readonly #keepsDigits: readonly boolean[]
  readonly #alikeOf: readonly CompiledRepair['alikeOf'][]
  /** All witnesses say the same of such texts. */
  readonly #heardAlike: number
  /** Of such proposals the field's own test says the same. */
  readonly #testedAlike: number
  readonly #hasChecks: boolean
  /**
   * Faults that tell nothing of the checks, or that they refuse the very digits. Without them, checks that read digits accept whatever
   * has the digits of the cell.
   */
  readonly #doubtfulFaults: number
  /** Of the cell that is looked at. */
  #checksAccept = false
  /** Set by `#find`, bits of `ALIKE`: which texts have the same outcome. */
  #alike: number = INDIFFERENT.none
  readonly #cache: VerdictCache
  #out = new Uint8Array(256)
  #outLength = 0
  /** By repair: whether the column settles its assumption, for a conversion that trusts it; empty: not asked yet. */
  #settled = new Uint8Array(0)
  #trusts: MendingLimits['trusts'] | undefined
  /** The same while cells are counted. */
  readonly #unsettled: Uint8Array
  /** The last ones: the findings of a column have few texts, or the same text twice in a row. */
  readonly #suggestions = new Map<string, Suggestion | undefined>()
  /** Set by `#find`: the outcome needs the column's proof. */
  #dependent = false

  constructor(plan: RemediesPlan) {
    const { repairs, accepts, nameFault } = plan
    this.#repairs = repairs
    this.#alikeBy = Int32Array.from(repairs, ({ compiled }) => alikeFor(compiled))
    this.#alikeOf = repairs.map(({ compiled }) => compiled.alikeOf)
    const heard = repairs.filter(({ compiled }) => compiled.witness !== undefined)
    this.#heardAlike = heard.reduce((alike: number, { compiled }) => alike & alikeFor(compiled), INDIFFERENT.allFigures)
    this.#testedAlike = plan.alike
    this.#keepsDigits = repairs.map(({ compiled }) => compiled.keepsDigits === true)
    this.#doubtfulFaults = plan.checksReadDigits ? plan.checkFaults | TYPE_FAULT : ANY_FAULT
    this.#hasChecks = plan.checkFaults !== 0
    this.#cache = new VerdictCache(plan.columns)
    this.#unsettled = new Uint8Array(repairs.length).fill(UNKNOWN)
    this.#needs = Int32Array.from(repairs, ({ compiled }) => compiled.needs ?? ANY_MARK)
    this.#proposals = repairs.map(({ compiled }) => compiled.propose)
    this.#proof = new ColumnProof(repairs.map(({ compiled }) => compiled))
    this.#accepts = accepts
    this.#nameFault = nameFault
  }

  /** Counts an invalid cell. */
  add(bytes: Uint8Array, start: number, end: number, row: number, faults: number, mending: Mending): void {
    if (mending === 'cell' && start !== end) {
      ALONE.bytes = bytes
      ALONE.rowNumber[0] = row
      ONE_CELL[START] = start
      ONE_CELL[END] = end
      ONE_CELL[FAULTS] = faults
      this.addCells(ALONE, ONE_CELL, 1)
      return
    }
    // Cells that no repair concerns are told apart by their first fault; the others by their repair.
    const slot = mending === 'row' ? LEFT_OUT_SLOT : firstBit(faults)
    this.#groups[slot] ??= this.#newGroup(slot)
    if (this.#groups[slot].cells < MAX_EXAMPLES) addExample(this.#groups[slot], bytes, start, end, row)
    countCell(this.#groups[slot], bytes, start, end, faults)
    if (mending === 'written') this.#groups[slot].written = true
  }

  /** Counts invalid cells that a rewriting may mend: so many of `cells`, as `VerdictCache` takes them, filled and in the order of their rows. */
  addCells(batch: Rows, cells: Int32Array, count: number): void {
    for (let place = 0; ; place++) {
      place = this.#cache.countKnown(batch.bytes, cells, place, count)
      if (place === count) return
      this.#judge(batch, cells, place)
    }
  }

  /** Counts a cell that the cache does not know, and keeps what was found of it. */
  #judge({ bytes, rowNumber }: Rows, cells: Int32Array, place: number): void {
    const at = place * CELL_WORDS
    const start = cells[at + START]!
    const end = cells[at + END]!
    const faults = cells[at + FAULTS]!
    const marks = marksOf(bytes, start, end)
    const said = this.#proof.hear(bytes, start, end, marks)
    this.#proof.count(said, 1)
    this.#checksAccept = (faults & this.#doubtfulFaults) === 0
    const found = this.#find(bytes, start, end, marks, said, this.#unsettled, true)
    // Two slots a repair, the second for the cells that depend on the column.
    const slot = found < 0 ? firstBit(faults) : FIRST_REPAIR_SLOT + found * 2 + (this.#dependent ? 1 : 0)
    this.#groups[slot] ??= this.#newGroup(slot)
    const group = this.#groups[slot]
    if (group.cells < MAX_EXAMPLES) addExample(group, bytes, start, end, rowNumber[cells[at + ROW]!]!)
    const value = countCell(group, bytes, start, end, faults)
    // From then on it is counted without another look, once its group has its examples.
    if (group.cells < MAX_EXAMPLES) return
    // Until there are too many to be told apart, each is known by its very text.
    const alike = group.values === undefined ? this.#alike : INDIFFERENT.none
    this.#cache.keep(faults, slot | (said << SAID_SHIFT) | (value << VALUE_SHIFT), alike)
  }

  /** Cells that the cache knew. */
  #countMore(verdict: number, faults: number, cells: number): void {
    this.#proof.count((verdict >> SAID_SHIFT) & SAID_MASK, cells)
    const group = this.#groups[verdict & SLOT_MASK]!
    countFaults(group, faults, cells)
    const value = verdict >> VALUE_SHIFT
    if (value > 0 && group.values !== undefined) group.values[value - 1]!.cells += cells
  }

  /** Counts what the cache still holds: to be called before anything of the column as a whole is asked. */
  settle(): void {
    this.#settled = new Uint8Array(0)
    this.#suggestions.clear()
    this.#cache.tellAll((verdict, faults, cells) => this.#countMore(verdict, faults, cells))
  }

  /** Empty cells like those already added. */
  addEmpties(faults: number, cells: number): void {
    const slot = firstBit(faults)
    this.#groups[slot] ??= this.#newGroup(slot)
    const group = this.#groups[slot]
    countFaults(group, faults, cells)
    const value = group.values?.find(({ bytes }) => bytes.length === 0)
    if (value !== undefined) value.cells += cells
  }

  #newGroup(slot: number): Group {
    const repair = slot < FIRST_REPAIR_SLOT ? undefined : this.#repairs[(slot - FIRST_REPAIR_SLOT) >> 1]
    return new Group(repair, repair !== undefined && (slot & 1) === 1, slot === LEFT_OUT_SLOT)
  }

  /**
   * The index of the first repair whose outcome is accepted, or that explains the damage; -1: none. `settled`, by repair: the column
   * settles its assumption; where that is not known yet the first repair that depends on it counts.
   */
  #find(bytes: Uint8Array, start: number, end: number, marks: number, said: number, settled: Uint8Array, verified: boolean): number {
    this.#dependent = false
    this.#alike = this.#heardAlike
    let dependent = -1
    if (this.#out.length < end - start + PROPOSAL_MARGIN) this.#out = new Uint8Array((end - start) * 2 + PROPOSAL_MARGIN)
    for (let i = 0; i < this.#needs.length; i++) {
      if ((this.#needs[i]! & marks) === 0) continue
      this.#alike &= this.#alikeOf[i]?.(bytes, start, end) ?? this.#alikeBy[i]!
      const length = this.#proposals[i]!(bytes, start, end, this.#out)
      if (length < 0) continue
      const { certainty } = this.#repairs[i]!
      if (certainty === 'verified' && !verified) continue
      if (certainty === 'impossible') {
        if (dependent < 0) return i
        continue
      }
      this.#alike &= this.#hasChecks && !(this.#keepsDigits[i] && this.#checksAccept) ? INDIFFERENT.none : this.#testedAlike
      if (!this.#accepts(this.#out, 0, length)) continue
      this.#outLength = length
      if (this.#proof.wordOn(i, said) > 0 || settled[i] === YES) return i
      if (settled[i] === UNKNOWN && dependent < 0) dependent = i
    }
    this.#dependent = dependent >= 0
    return dependent
  }

  /** As `#find`, now that the whole column is known. */
  #findSettled(bytes: Uint8Array, start: number, end: number, limits?: MendingLimits): ColumnRepair | undefined {
    const marks = marksOf(bytes, start, end)
    const said = this.#proof.hear(bytes, start, end, marks)
    if (this.#settled.length === 0 || limits?.trusts !== this.#trusts) this.#settleAssumptions(limits?.trusts)
    return this.#repairs[this.#find(bytes, start, end, marks, said, this.#settled, limits?.verified !== false)]
  }

  #settleAssumptions(trusts: MendingLimits['trusts'] | undefined): void {
    this.#trusts = trusts
    this.#settled = Uint8Array.from(this.#repairs, ({ compiled: { assumption } }) =>
      assumption !== undefined && this.#proof.settles(assumption) && trusts?.(assumption) !== false ? YES : NO,
    )
  }

  /** What to write instead of this text, now that the whole column is known. */
  suggest(text: string): Suggestion | undefined {
    const known = this.#suggestions.get(text)
    if (known !== undefined || this.#suggestions.has(text)) return known
    if (this.#suggestions.size === MOST_SUGGESTIONS) this.#suggestions.clear()
    const suggestion = this.#suggest(text)
    this.#suggestions.set(text, suggestion)
    return suggestion
  }

  #suggest(text: string): Suggestion | undefined {
    const bytes = encoder.encode(text)
    const found = this.#findSettled(bytes, 0, bytes.length)
    if (found === undefined) return undefined
    if (found.certainty === 'impossible') return { repair: found.name }
    return { repair: found.name, suggestion: decoder.decode(this.#out.subarray(0, this.#outLength)) }
  }

  /** The repair of a refused cell, now that the whole column is known; its outcome is in `outcome`, up to `length`. */
  mend(bytes: Uint8Array, start: number, end: number, limits: MendingLimits): { repair: ColumnRepair; length: number } | undefined {
    const repair = this.#findSettled(bytes, start, end, limits)
    return repair === undefined || repair.certainty === 'impossible' ? undefined : { repair, length: this.#outLength }
  }

  /** Where `mend` writes; valid until it is called again. */
  get outcome(): Uint8Array {
    return this.#out
  }

  /** The column proves the assumption and nothing in its refused cells says otherwise. */
  settles(assumption: Assumption): boolean {
    return this.#proof.settles(assumption)
  }

  /** A dependent cell goes to whichever repair the column settles: day first or month first, say. */
  #settledRepair(group: Group): ColumnRepair | undefined {
    const sample = group.examples[0]
    if (sample === undefined || !group.dependent) return group.repair
    const name = this.suggest(sample.cell)?.repair
    return this.#repairs.find((repair) => repair.name === name)
  }

  #mends(group: Group): boolean {
    if (group.written || group.leftOut) return true
    const repair = this.#settledRepair(group)
    return repair !== undefined && repair.certainty !== 'impossible'
  }

  /** Cells of this column that a repair makes valid. To be asked once the whole column is known. */
  repairable(): number {
    let cells = 0
    for (const group of this.#known()) if (this.#mends(group)) cells += group.cells
    return cells
  }

  /** By fault bit: how many cells with this fault there are, or how many of them a repair makes valid. */
  byBit(of: 'all' | 'mended'): Int32Array {
    const byBit = new Int32Array(32)
    for (const group of this.#known()) {
      if (of === 'all' || this.#mends(group)) for (let bit = 0; bit < 32; bit++) byBit[bit]! += group.byBit[bit]!
    }
    return byBit
  }

  #known(): Group[] {
    return this.#groups.filter((group) => group !== undefined)
  }

  /** Largest first. */
  groups(): CellGroup[] {
    return describeGroups(this.#known(), {
      proof: this.#proof,
      nameFault: this.#nameFault,
      settledRepair: (group) => this.#settledRepair(group),
      suggestion: (text) => this.suggest(text)?.suggestion,
    })
  }
}
