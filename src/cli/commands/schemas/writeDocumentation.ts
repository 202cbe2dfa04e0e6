// scdl schemas doc: one page about a schema.
import { nearest } from '../../../core/editDistance.js'
import { ScdlError } from '../../../core/error.js'
import { loadSchema } from '../../loadSchema.js'
import { documentSchema } from './documentation.js'
import { html } from './html.js'
import { markdown } from './markdown.js'
import type { Page } from './page.js'

const formats = { markdown, html } as const
const known = Object.keys(formats) as (keyof typeof formats)[]

export async function writeDocumentation(page: Page): Promise<number> {
  const { args, registry, messages, words, flags } = page
  const asked = flags.format ?? (/\.html?$/i.test(flags.out ?? '') ? 'html' : 'markdown')
  const format = known.find((name) => name === asked)
  if (format === undefined)
    throw new ScdlError('bad-option-value', { option: '--format', value: asked, known, nearest: nearest(asked, known) })
  await page.save(formats[format](documentSchema(await loadSchema(args[0] ?? '', registry), messages, words)))
  return 0
}
