// Whether to colour, and with what. One small table: a package would cost more to load than it does.
import { plainStyle, type Style } from '../reporters/reporter.js'
import type { Terminal } from './output.js'

const paint =
  (on: number, off: number) =>
  (text: string): string =>
    `\x1b[${on}m${text}\x1b[${off}m`

const colours: Style = {
  bold: paint(1, 22),
  dim: paint(2, 22),
  red: paint(31, 39),
  green: paint(32, 39),
  yellow: paint(33, 39),
  cyan: paint(36, 39),
}

/** https://no-color.org stands above https://force-color.org, and both above what the terminal is. */
export function styleFor(stream: Terminal, wanted: boolean): Style {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM } = process.env
  if (!wanted || NO_COLOR !== '') return plainStyle
  if (FORCE_COLOR !== '') return FORCE_COLOR === '0' ? plainStyle : colours
  return stream.isTTY && TERM !== 'dumb' ? colours : plainStyle
}
