// Loads the built command line. Most of its start-up would be compiling, so compiled code is kept: by Node itself from 22.1 on;
// before, beside the code, by the build, which V8 takes only where its version is the same.
// Measured on Node 20 with 100 rows: 2.5 times `node -e 0` as ES modules, 2.0 with compiled code, 1.85 as CommonJS too; opening one
// file for all that every run needs, instead of sixty, takes off a tenth of what is left.
const { closeSync, fstatSync, openSync, readSync, existsSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { Script } = require('node:vm')

/** What every run needs, in one file: an object of functions by the names of the files that they were. */
const START = 'start.cjs'
const HEAD = '(function (exports, require, module, __filename) {'
const TAIL = '\n})'

/** What was compiled, by file: the build asks it for the compiled code. */
const scripts = new Map()
const loaded = new Map()
let start

/** The exports of a file of dist/cli/: `name` in `folder`, which ends with a slash. */
function load(folder, name) {
  if (enableCompileCache !== undefined) {
    enableCompileCache()
    return require(folder + name)
  }
  const earlier = loaded.get(name)
  if (earlier !== undefined) return earlier.exports
  const made = { exports: {} }
  loaded.set(name, made)
  start ??= existsSync(folder + START) ? compile(folder + START, '', '') : {}
  const run = start[name] ?? compile(folder + name, HEAD, TAIL)
  // All files of the folder name each other as `./name`.
  run(made.exports, (wanted) => (wanted.startsWith('./') ? load(folder, wanted.slice(2)) : require(wanted)), made, folder + name)
  return made.exports
}

function compile(file, head, tail) {
  const cache = `${file}.cache`
  // The files are ASCII: see build.mjs.
  const source = head + read(file).latin1Slice() + tail
  const script = new Script(source, { filename: file, cachedData: existsSync(cache) ? read(cache) : undefined })
  scripts.set(file, script)
  return script.runInThisContext()
}

/** What the last file was read into: memory that no one has touched yet costs more than reading into it. */
let buffer = Buffer.alloc(0)

/** Its bytes, until the next one is read. */
function read(file) {
  const descriptor = openSync(file, 'r')
  const { size } = fstatSync(descriptor)
  if (buffer.length < size) buffer = Buffer.allocUnsafeSlow(size * 2)
  let length = 0
  while (length < size) {
    const count = readSync(descriptor, buffer, length, size - length, length)
    if (count === 0) throw new Error(`${file} was cut`)
    length += count
  }
  closeSync(descriptor)
  return buffer.subarray(0, size)
}

module.exports = { load, scripts, loaded, START, HEAD, TAIL }
