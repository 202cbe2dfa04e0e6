// What every command of `scdl schemas` needs: the registry, the words, the place to write to.
import { withoutPassword } from '../../../core/withoutPassword.js'
import { type Messages, messagesFor, type SchemaWords, schemaWordsFor } from '../../../messages/index.js'
import { visible } from '../../../messages/visible.js'
import { openOutputFile } from '../../../node/outputFile.js'
import type { Registry } from '../../../node/registry/registry.js'
import { wrap } from '../../../reporters/human/layout.js'
import type { Style } from '../../../reporters/reporter.js'
import type { CommandRun } from '../../commandRun.js'
import { terminalOf, writeOut } from '../../output.js'
import type { SchemasFlags } from '../../schemasProgram.js'
import { styleFor } from '../../style.js'

const PAGE_WIDTH = 80
/** Wider lines are hard to read. */
const MAX_WIDTH = 120

type Content = string | AsyncIterable<Uint8Array>

export interface Page {
  args: readonly string[]
  /** The first of `args`, for showing: without the password of an address. */
  shown: string
  flags: SchemasFlags
  run: CommandRun
  registry: Registry
  messages: Messages
  words: SchemaWords
  style: Style
  /** Of a text for people. */
  width: number
  /** Of a list: without end where a program reads it, one line per item. */
  listWidth: number
  write(lines: readonly string[]): Promise<void>
  writeJson(value: unknown): Promise<void>
  /** Of a paragraph. */
  wrap(text: string, indent?: string): string[]
  /** To `--out`, which is then said, else to standard output. Throws `ScdlError`: `file-exists`, `write-failed`. */
  save(content: Content, written: (path: string) => string): Promise<void>
}

export async function openPage(args: readonly string[], flags: SchemasFlags, registry: Registry, run: CommandRun): Promise<Page> {
  const [messages, words] = await Promise.all([messagesFor(run.language), schemaWordsFor(run.language)])
  const stdout = terminalOf('stdout')
  const columns = Math.min(stdout.columns || PAGE_WIDTH, MAX_WIDTH)
  const width = stdout.isTTY ? columns : PAGE_WIDTH
  return {
    args,
    shown: withoutPassword(args[0] ?? ''),
    flags,
    run,
    registry,
    messages,
    words,
    style: styleFor(stdout, flags.color),
    width,
    listWidth: stdout.isTTY ? columns : Number.POSITIVE_INFINITY,
    write: (lines) => writeOut(`${lines.join('\n')}\n`),
    writeJson: (value) => writeOut(`${JSON.stringify(value, null, 2).replace(UNSAFE, byNumber)}\n`),
    wrap: (text, indent = '') => wrap(text, width, indent, indent),
    save: (content, written) => save(content, written, flags),
  }
}

/** What a terminal would obey is written by its number; a reader of JSON sees the same text. */
const UNSAFE = /[\u007f-\u009f]|\p{Cf}|\p{Zl}|\p{Zp}/gu
const byNumber = (sign: string): string =>
  Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

async function save(content: Content, written: (path: string) => string, { out, force, quiet }: SchemasFlags): Promise<void> {
  if (out === undefined || out === '-') {
    for await (const part of typeof content === 'string' ? [content] : content) await writeOut(part)
    return
  }
  const file = await openOutputFile(out, { replace: force ?? false })
  try {
    for await (const part of typeof content === 'string' ? [content] : content) await file.write(part)
    await file.commit()
  } finally {
    await file.abandon()
  }
  if (quiet !== true) await writeOut(`${written(visible(out))}\n`)
}
