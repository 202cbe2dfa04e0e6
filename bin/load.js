// Loads the built command line. Most of its start-up would be compiling, so compiled code is kept: by Node itself from 22.1 on;
// before, beside the code, by the build, which V8 takes only where its version is the same.
// Measured on Node 20 with 100 rows: 2.5 times `node -e 0` as ES modules, 2.0 with compiled code, 1.85 as CommonJS too; opening one
// file for all that every run needs, instead of sixty, takes off a tenth of what is left.
const { existsSync, readFileSync } = require('node:fs')
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

/** The files are ASCII: see build.mjs. */
function compile(file, head, tail) {
  const cache = `${file}.cache`
  const script = new Script(head + readFileSync(file, 'latin1') + tail, {
    filename: file,
    cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
  })
  scripts.set(file, script)
  return script.runInThisContext()
}

module.exports = { load, scripts, loaded, START, HEAD, TAIL }
