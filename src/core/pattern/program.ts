// The tree of a pattern as instructions for the backtracker.
import type { CharSet } from './charSet.js'
import type { ParsedPattern } from './parse.js'
import type { Assertion, Node } from './syntax.js'

/** Numbers are places in the program, unless said. */
export type Instruction =
  | { op: 'accept' }
  | { op: 'set'; set: CharSet }
  | { op: 'assertion'; assertion: Assertion; ascii: boolean }
  | { op: 'jump'; to: number }
  /** Tries the first; the second if it fails. */
  | { op: 'split'; first: number; second: number }
  /** Writes the current position, or `value`, to a register. */
  | { op: 'store'; register: number; value?: number }
  | Loop
  /** Enters the body of the loop once more. */
  | { op: 'again'; loop: Loop }
  | { op: 'reference'; group: number; ignoreCase: boolean }
  /** `body` runs on its own, up to its `accept`, from `behind` characters back. */
  | { op: 'look'; body: number; behind: number; negated: boolean; next: number }
  | { op: 'atomic'; body: number; next: number }
  | { op: 'conditional'; group: number; otherwise: number }

export interface Loop {
  op: 'loop'
  /** Register: iterations so far. The register after it: where the last one began. */
  counter: number
  min: number
  max: number
  greedy: boolean
  body: number
  exit: number
  /** Place of the `again` that stands for this loop. */
  again: number
}

export interface Program {
  instructions: Instruction[]
  /** Registers 2g and 2g + 1 hold the start and end of group g. */
  registers: number
}

export function buildProgram({ tree, groups }: ParsedPattern): Program {
  const instructions: Instruction[] = []
  let registers = 2 * groups + 2

  const emit = (instruction: Instruction): number => instructions.push(instruction) - 1

  const build = (node: Node): void => {
    switch (node.kind) {
      case 'set':
        emit({ op: 'set', set: node.set })
        break
      case 'sequence':
        node.items.forEach(build)
        break
      case 'choice':
        buildChoice(node.branches)
        break
      case 'repeat':
        if (node.mode === 'possessive') buildPossessive(node)
        else buildRepeat(node)
        break
      case 'group':
        emit({ op: 'store', register: 2 * node.index })
        build(node.body)
        emit({ op: 'store', register: 2 * node.index + 1 })
        break
      case 'assertion':
        emit({ op: 'assertion', assertion: node.assertion, ascii: node.ascii })
        break
      case 'reference':
        emit({ op: 'reference', group: node.group, ignoreCase: node.ignoreCase })
        break
      case 'look':
        buildApart(node.body, (body, next) => ({ op: 'look', body, behind: node.behind, negated: node.negated, next }))
        break
      case 'atomic':
        buildApart(node.body, (body, next) => ({ op: 'atomic', body, next }))
        break
      case 'conditional':
        buildConditional(node.group, node.yes, node.no)
        break
    }
  }

  const buildChoice = (branches: readonly Node[]): void => {
    const jumps: { op: 'jump'; to: number }[] = []
    for (const branch of branches.slice(0, -1)) {
      const split = { op: 'split' as const, first: instructions.length + 1, second: 0 }
      emit(split)
      build(branch)
      const jump = { op: 'jump' as const, to: 0 }
      jumps.push(jump)
      emit(jump)
      split.second = instructions.length
    }
    build(branches.at(-1)!)
    for (const jump of jumps) jump.to = instructions.length
  }

  const buildRepeat = ({ body, min, max, mode }: Node & { kind: 'repeat' }): void => {
    const counter = registers
    registers += 2
    emit({ op: 'store', register: counter, value: 0 })
    emit({ op: 'store', register: counter + 1, value: -1 })
    const loop: Loop = { op: 'loop', counter, min, max, greedy: mode === 'greedy', body: 0, exit: 0, again: 0 }
    const start = emit(loop)
    loop.again = emit({ op: 'again', loop })
    loop.body = instructions.length
    build(body)
    emit({ op: 'jump', to: start })
    loop.exit = instructions.length
  }

  /** As Python has it, each turn on its own is as final as the whole: `(?:a+){2}+` never matches `aa`. */
  const buildPossessive = (node: Node & { kind: 'repeat' }): void => {
    const turns: Node = { ...node, mode: 'greedy', body: { kind: 'atomic', body: node.body } }
    buildApart(turns, (body, next) => ({ op: 'atomic', body, next }))
  }

  const buildApart = (node: Node, instruction: (body: number, next: number) => Instruction): void => {
    const place = emit({ op: 'accept' })
    build(node)
    emit({ op: 'accept' })
    instructions[place] = instruction(place + 1, instructions.length)
  }

  const buildConditional = (group: number, yes: Node, no: Node): void => {
    const conditional = { op: 'conditional' as const, group, otherwise: 0 }
    emit(conditional)
    build(yes)
    const jump = { op: 'jump' as const, to: 0 }
    emit(jump)
    conditional.otherwise = instructions.length
    build(no)
    jump.to = instructions.length
  }

  build(tree)
  emit({ op: 'accept' })
  return { instructions, registers }
}
