// A pattern that no automaton expresses, tried way after way as Python does, within a budget.
// Not the runtime's RegExp: that cannot be interrupted, and forgets a group's capture at each turn of a loop where Python keeps it.
import { INDIFFERENT } from '../alike.js'
import { contains, isWord } from './charSet.js'
import type { CompiledPattern } from './compiledPattern.js'
import { foldCase } from './foldCase.js'
import type { ParsedPattern } from './parse.js'
import { buildProgram, type Loop } from './program.js'
import type { Assertion } from './syntax.js'

/** A text of more bytes is refused unread. */
export const MAX_BYTES = 100_000
/** What a text may cost, in instructions: so many, and so many more for each of its characters. */
const STEPS = 50_000
const STEPS_PER_CHARACTER = 50

const FAILED = -1

/**
 * A text on which the budget is spent (`STEPS`, `STEPS_PER_CHARACTER`, `MAX_BYTES`) does not match. At worst a short cell costs
 * a few milliseconds, where Python could take hours.
 */
export function compileBacktracker(parsed: ParsedPattern): CompiledPattern {
  const { instructions, registers: registerCount } = buildProgram(parsed)
  const registers = new Int32Array(registerCount)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** Pairs: a place and a position to go back to, or the complement of a register and the value to give back to it. */
  const stack: number[] = []
  let text: readonly number[] = []
  let steps = 0

  const set = (register: number, value: number): void => {
    stack.push(~register, registers[register]!)
    registers[register] = value
  }

  /** Undoes what was written since the last choice that follows `base`, and leaves that choice on top; false when there is none. */
  const toLastChoice = (base: number): boolean => {
    while (stack.length > base) {
      if (stack[stack.length - 2]! >= 0) return true
      const value = stack.pop()!
      registers[~stack.pop()!] = value
    }
    return false
  }

  const undo = (base: number): void => {
    while (toLastChoice(base)) stack.length -= 2
  }

  /** Drops the choices made since `base`; what they wrote stays, and can still be undone. */
  const commit = (base: number): void => {
    let kept = base
    for (let entry = base; entry < stack.length; entry += 2) {
      if (stack[entry]! >= 0) continue
      stack[kept++] = stack[entry]!
      stack[kept++] = stack[entry + 1]!
    }
    stack.length = kept
  }

  /** Enters the body of a loop. */
  const turn = (loop: Loop, at: number): number => {
    set(loop.counter, registers[loop.counter]! + 1)
    set(loop.counter + 1, at)
    return loop.body
  }

  const isWordAt = (at: number, ascii: boolean): boolean => at >= 0 && at < text.length && isWord(text[at]!, ascii)

  const holds = (assertion: Assertion, ascii: boolean, at: number): boolean => {
    const rest = text.length - at
    switch (assertion) {
      case 'start':
        return at === 0
      case 'lineStart':
        return at === 0 || text[at - 1] === 10
      case 'end':
        return rest === 0 || (rest === 1 && text[at] === 10)
      case 'lineEnd':
        return rest === 0 || text[at] === 10
      case 'veryEnd':
        return rest === 0
      default:
        // Python finds neither a boundary nor its absence in the empty text.
        return text.length > 0 && (isWordAt(at - 1, ascii) !== isWordAt(at, ascii)) === (assertion === 'boundary')
    }
  }

  /** The position after what the group matched, if it stands here too; a group that matched nothing yet stands nowhere. */
  const afterReference = (group: number, ignoreCase: boolean, at: number): number => {
    const from = registers[2 * group]!
    const length = registers[2 * group + 1]! - from
    if (registers[2 * group + 1]! < 0 || length < 0 || at + length > text.length) return FAILED
    steps -= length
    for (let index = 0; index < length; index++) {
      const a = text[from + index]!
      const b = text[at + index]!
      if (a !== b && !(ignoreCase && foldCase(a) === foldCase(b))) return FAILED
    }
    return at + length
  }

  /** Runs up to an `accept`; the position there, or FAILED with everything undone. */
  const run = (entry: number, from: number): number => {
    const base = stack.length
    let place = entry
    let at = from
    for (;;) {
      if (--steps < 0) {
        undo(base)
        return FAILED
      }
      const instruction = instructions[place++]!
      let failed = false
      switch (instruction.op) {
        case 'accept':
          return at
        case 'set':
          if (at < text.length && contains(instruction.set, text[at]!)) at++
          else failed = true
          break
        case 'assertion':
          failed = !holds(instruction.assertion, instruction.ascii, at)
          break
        case 'jump':
          place = instruction.to
          break
        case 'split':
          stack.push(instruction.second, at)
          place = instruction.first
          break
        case 'store':
          set(instruction.register, instruction.value ?? at)
          break
        case 'loop': {
          const count = registers[instruction.counter]!
          if (count < instruction.min) place = turn(instruction, at)
          // A turn that matched the empty text is the last.
          else if (count >= instruction.max || registers[instruction.counter + 1] === at) place = instruction.exit
          else if (instruction.greedy) {
            stack.push(instruction.exit, at)
            place = turn(instruction, at)
          } else {
            stack.push(instruction.again, at)
            place = instruction.exit
          }
          break
        }
        case 'again':
          place = turn(instruction.loop, at)
          break
        case 'reference': {
          const after = afterReference(instruction.group, instruction.ignoreCase, at)
          failed = after === FAILED
          at = after
          break
        }
        case 'look': {
          const mark = stack.length
          const found = at >= instruction.behind && run(instruction.body, at - instruction.behind) !== FAILED
          if (found && instruction.negated) undo(mark)
          else if (found) commit(mark)
          failed = found === instruction.negated
          place = instruction.next
          break
        }
        case 'atomic': {
          const mark = stack.length
          const after = run(instruction.body, at)
          failed = after === FAILED
          if (!failed) commit(mark)
          at = after
          place = instruction.next
          break
        }
        case 'conditional':
          if (registers[2 * instruction.group + 1]! < 0) place = instruction.otherwise
          break
      }
      if (!failed) continue
      if (!toLastChoice(base)) return FAILED
      at = stack.pop()!
      place = stack.pop()!
    }
  }

  const test = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (end - start > MAX_BYTES) return false
    text = Array.from(decoder.decode(bytes.subarray(start, end)), (char) => char.codePointAt(0)!)
    steps = STEPS + STEPS_PER_CHARACTER * text.length
    registers.fill(-1)
    stack.length = 0
    return run(0, 0) !== FAILED
  }

  return { test, kind: 'backtracking', alike: INDIFFERENT.none }
}
