// Easy cells at the speed of SIMD: the memory that scan.wat works in, and its compiled module. Gain: node bench/tokenise.mjs.
import { BATCH_ROWS, type EasyScan, type ScanRules, STATE } from './easyScan.js'
import { SCAN_MODULE } from './scanModule.js'

/** Addresses, as in scan.wat. */
const ENDS_TEXT = 64
const FIRST = 128
const LINE = 4240
const BYTES = 8384

const PAGE = 65_536

/** An instance with its memory, for buffers of one size read by one set of rules. */
interface Loaded {
  memory: WebAssembly.Memory
  scan: EasyScan['scan']
}

/** New memory, and a new instance, cost as much as reading a file of a megabyte does: `bench/manyFiles.mjs`. */
const spare: { key: string; loaded: Loaded }[] = []
/** As many as are read side by side, for the sample of each and for the whole. */
const MOST_SPARE = 4

let compiled: WebAssembly.Module | undefined

/** For `size` bytes at a time; `undefined` where the runtime has no SIMD, or does not give the memory. */
export function createSimdScan(size: number, rules: ScanRules): EasyScan | undefined {
  // As many cells as there can be: memory that nobody touches is free.
  const cells = size + 2
  const start = BYTES + Math.ceil((size + 1) / 8) * 8
  const end = start + 4 * cells
  if (!isLittleEndian()) return undefined
  const { delimiter, quote, columns, recordBytes } = rules
  const key = [size, delimiter, quote, columns, recordBytes].join()
  try {
    const at = spare.findIndex((one) => one.key === key)
    const loaded = at < 0 ? load(end + 4 * cells, { delimiter, quote, columns, recordBytes, start, end }) : spare.splice(at, 1)[0]!.loaded
    const { buffer } = loaded.memory
    new Uint8Array(buffer).set(asciiSet(rules.inText, rules.inQuotes), ENDS_TEXT)
    return {
      bytes: new Uint8Array(buffer, BYTES, size + 1),
      first: new Int32Array(buffer, FIRST, BATCH_ROWS + 1),
      line: new Int32Array(buffer, LINE, BATCH_ROWS + 1),
      start: new Int32Array(buffer, start, cells),
      end: new Int32Array(buffer, end, cells),
      state: new Int32Array(buffer, 0, Object.keys(STATE).length),
      scan: loaded.scan,
      release() {
        spare.push({ key, loaded })
        if (spare.length > MOST_SPARE) spare.shift()
      },
    }
  } catch {
    return undefined
  }
}

function load(bytes: number, constants: Record<string, number>): Loaded {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(SCAN_MODULE), (character) => character.charCodeAt(0)))
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) })
  const { exports } = new WebAssembly.Instance(compiled, { scan: { memory, ...constants } })
  return { memory, scan: exports.scan as EasyScan['scan'] }
}

/** As WebAssembly is everywhere, and typed arrays are not. */
function isLittleEndian(): boolean {
  return new Uint8Array(Int32Array.of(1).buffer)[0] === 1
}

/** What is in one of the tables: by the low four bits of a byte, one bit for each value of the high four. */
function asciiSet(...tables: Uint8Array[]): Uint8Array {
  const set = new Uint8Array(16)
  for (let byte = 0; byte < 128; byte++) {
    if (tables.some((table) => table[byte] !== 0)) set[byte & 15]! |= 1 << (byte >> 4)
  }
  return set
}
