import type { Code } from '../../core/diagnostic.js'
import type { CellGroup } from '../../core/reportTypes.js'

/** The code that says most: an empty cell, then a check, then the type, then a list or a form, then sizes. */
export function mainCode({ codes }: CellGroup): Code {
  const order = (code: Code): number =>
    code === 'cell/required'
      ? 0
      : code.startsWith('row/')
        ? 1
        : code === 'cell/type'
          ? 2
          : code === 'cell/enum'
            ? 3
            : code === 'cell/pattern'
              ? 4
              : 5
  return [...codes].sort((a, b) => order(a) - order(b))[0] ?? 'cell/type'
}
