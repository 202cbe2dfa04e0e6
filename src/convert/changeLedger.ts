// What was changed: counted by column and rule with the first examples, and handed on one by one to who keeps the list.
import type { Change } from '../core/change.js'
import type { ChangeGroup } from '../core/reportTypes.js'

export type ChangeListener = (changes: readonly Change[]) => void | Promise<void>

const MAX_EXAMPLES = 3
/** Changes of whole rows, and of columns that are not written, come before those of the columns. */
export const NO_COLUMN = -1

export class ChangeLedger {
  /** Cells written otherwise than they stood. */
  cells = 0
  readonly #listener: ChangeListener | undefined
  #waiting: Change[] = []
  /** By output column and rule, in the order of the columns. */
  readonly #groups: (Map<string, ChangeGroup> | undefined)[] = []

  constructor(listener: ChangeListener | undefined) {
    this.#listener = listener
  }

  /** `column`: the output's, from 0, or `NO_COLUMN`. `build` is called only where the change itself is wanted. `times`: it counts for as many. */
  add(column: number, rule: string, build: () => Change, times = 1): void {
    const groups = this.#groups[column + 1] ?? new Map<string, ChangeGroup>()
    this.#groups[column + 1] = groups
    let group = groups.get(rule)
    const wanted = this.#listener !== undefined || group === undefined || group.examples.length < MAX_EXAMPLES
    const change = wanted ? build() : undefined
    if (group === undefined && change !== undefined) {
      const at = column === NO_COLUMN ? {} : { name: change.name, ...(change.column === undefined ? {} : { column: change.column }) }
      group = { rule, certainty: change.certainty, ...at, count: 0, examples: [] }
      groups.set(rule, group)
    }
    if (group === undefined) return
    group.count += times
    if (change === undefined) return
    if (group.examples.length < MAX_EXAMPLES) group.examples.push({ row: change.row, before: change.before, after: change.after })
    if (this.#listener !== undefined) this.#waiting.push(change)
  }

  /** A row left out counts once, however many cells it had; each of these is listed. */
  leaveOut(rule: string, changes: readonly Change[]): void {
    const [first, ...rest] = changes
    if (first === undefined) return
    this.add(NO_COLUMN, rule, () => first)
    if (this.#listener !== undefined) this.#waiting.push(...rest)
  }

  /** To be awaited now and then: the changes wait in memory until it is. */
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return
    const changes = this.#waiting
    this.#waiting = []
    await this.#listener?.(changes)
  }

  groups(): ChangeGroup[] {
    return this.#groups.flatMap((groups) => (groups === undefined ? [] : [...groups.values()]))
  }
}
