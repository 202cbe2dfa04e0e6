// The formats that can be read, by the name that `detectFormat` gives them; what it names beside them is recognised only.
import type { Format } from '../core/format.js'
import { csv } from './csv/csv.js'
import { detectFormat } from './detectFormat.js'

/** Workbooks take a lot of code that most runs do without. */
function onDemand(name: string, load: () => Promise<Format>): Format {
  return {
    recognises: (head, source) => (detectFormat(head, source) === name ? 1 : 0),
    open: async (source, platform, options) => (await load()).open(source, platform, options),
  }
}

export const formats = {
  csv,
  xlsx: onDemand('xlsx', async () => (await import('./xlsx/xlsx.js')).xlsx),
  xls: onDemand('xls', async () => (await import('./xls/xls.js')).xls),
  xlsb: onDemand('xlsb', async () => (await import('./xls/xls.js')).xlsb),
  ods: onDemand('ods', async () => (await import('./ods/ods.js')).ods),
  html: onDemand('html', async () => (await import('./html/html.js')).html),
  spreadsheetml: onDemand('spreadsheetml', async () => (await import('./spreadsheetml/spreadsheetml.js')).spreadsheetml),
} as const
