// What a thread of its own runs: see src/cli/commands/validate/answerTasks.ts.
const { join } = require('node:path')
const { parentPort } = require('node:worker_threads')
const { load } = require('./load.js')

load(join(__dirname, '../dist/cli/main.cjs')).answer(parentPort)
