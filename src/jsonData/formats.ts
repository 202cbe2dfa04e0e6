// The formats of texts, as RFC 3339 and its like define them, in ajv's reading. https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
import type { Format } from 'ajv'
import type { FormatName, FormatsPlugin } from 'ajv-formats'

const CHECKED = [
  'date',
  'time',
  'date-time',
  'duration',
  'uri',
  'uri-reference',
  'uri-template',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
] as const satisfies readonly FormatName[]
/** Known words, of which nothing is asked. */
const NOT_CHECKED = ['idn-email', 'idn-hostname', 'iri', 'iri-reference', 'regex']

export const isKnownFormat = (name: string): boolean => ([...CHECKED, ...NOT_CHECKED] as readonly string[]).includes(name)

/** Texts that are longer are no address and no date; the expressions that test them are not all linear. */
const LONGEST = 4096

/** By name, for ajv. */
export function formatTests(plugin: FormatsPlugin): Record<string, (text: string) => boolean> {
  return Object.fromEntries(
    CHECKED.map((name) => {
      const test = testOf(plugin.get(name, 'full'))
      return [name, (text: string) => text.length <= LONGEST && test(text)]
    }),
  )
}

function testOf(format: Format): (text: string) => boolean {
  if (typeof format === 'function') return format as (text: string) => boolean
  if (format instanceof RegExp) return (text) => format.test(text)
  if (typeof format === 'object' && 'validate' in format) return testOf(format.validate as Format)
  throw new Error('a format of a kind that ajv-formats does not have')
}
