// Totals by folder, for reports on many files.
import type { TableReport } from '../core/reportTypes.js'

export interface FolderTotal {
  folder: string
  files: { all: number; valid: number; convertible: number; invalid: number }
  errors: number
  warnings: number
}

/** In the order in which they are met. */
export function totalsByFolder(tables: readonly TableReport[]): FolderTotal[] {
  const totals = new Map<string, FolderTotal>()
  for (const { source, verdict, stats } of tables) {
    const folder = folderOf(source)
    const total = totals.get(folder) ?? { folder, files: { all: 0, valid: 0, convertible: 0, invalid: 0 }, errors: 0, warnings: 0 }
    totals.set(folder, total)
    total.files.all++
    total.files[verdict]++
    total.errors += stats.errors
    total.warnings += stats.warnings
  }
  return [...totals.values()]
}

const folderOf = (source: string): string => /^(.*)[/\\]/s.exec(source)?.[1] ?? '.'
