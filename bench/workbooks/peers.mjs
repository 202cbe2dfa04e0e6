// Other readers of workbooks, each as a command that reads every cell of the first sheet. What is not installed is said, and left out.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const PYTHON = '/usr/bin/python3'
const XLSX2CSV = '/usr/bin/xlsx2csv'
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const OPENPYXL = `import sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0]
print(sum(len(row) for row in sheet.iter_rows(values_only=True)))`

export const PEERS = {
  SheetJS: {
    reads: ['xlsx', 'ods'],
    isThere: () => resolves('xlsx'),
    command: (file) => [process.execPath, [here('./sheetJs.mjs'), file]],
  },
  'read-excel-file': {
    reads: ['xlsx'],
    isThere: () => resolves('read-excel-file/node'),
    command: (file) => [process.execPath, [here('./readExcelFile.mjs'), file]],
  },
  'openpyxl, read-only': {
    reads: ['xlsx'],
    isThere: () => existsSync(PYTHON) && succeeds(PYTHON, ['-c', 'import openpyxl']),
    command: (file) => [PYTHON, ['-c', OPENPYXL, file]],
  },
  xlsx2csv: { reads: ['xlsx'], isThere: () => existsSync(XLSX2CSV), command: (file) => [XLSX2CSV, [file]] },
}

/** The names of those that are installed. */
export function installedPeers() {
  return Object.keys(PEERS).filter((name) => {
    const there = PEERS[name].isThere()
    if (!there) console.error(`${name} is not installed here and is left out.`)
    return there
  })
}

function resolves(name) {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}

function succeeds(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
