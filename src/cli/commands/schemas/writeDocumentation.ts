// scdl schemas doc: one page about a schema.
import { extname } from 'node:path'
import { nearest } from '../../../core/editDistance.js'
import { ScdlError } from '../../../core/error.js'
import { loadSchema } from '../../loadSchema.js'
import { documentSchema } from './documentation.js'
import { html } from './html.js'
import { markdown } from './markdown.js'
import type { Page } from './page.js'

const formats = { markdown, html } as const
const known = Object.keys(formats) as (keyof typeof formats)[]
/** What the name of a file says of its form. */
const BY_EXTENSION: Readonly<Record<string, keyof typeof formats>> = { '': 'markdown', '.md': 'markdown', '.html': 'html', '.htm': 'html' }

export async function writeDocumentation(page: Page): Promise<number> {
  const { args, registry, messages, words, flags } = page
  const { out } = flags
  const asked = flags.format ?? BY_EXTENSION[extname(out ?? '').toLowerCase()]
  if (asked === undefined) throw new ScdlError('bad-option-value', { option: '--out', value: out, known: ['.md', '.html'] })
  const format = known.find((name) => name === asked)
  if (format === undefined)
    throw new ScdlError('bad-option-value', { option: '--format', value: asked, known, nearest: nearest(asked, known) })
  await page.save(formats[format](documentSchema(await loadSchema(args[0] ?? '', registry), messages, words)), words.doc.written)
  return 0
}
