// What a thread of its own runs: see src/cli/commands/validate/answerTasks.ts.
const { parentPort } = require('node:worker_threads')
const { load } = require('./load.js')

load(`${__dirname}/../dist/cli/`, 'main.cjs').answer(parentPort)
