#!/usr/bin/env node
const { load } = require('./load.js')

load(`${__dirname}/../dist/cli/`, 'main.cjs').main(process.argv.slice(2))
