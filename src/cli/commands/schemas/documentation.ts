// The page about a schema as plain parts, which a form of writing turns into text.
import type { Messages, SchemaWords } from '../../../messages/index.js'
import { describeField } from '../../../schema/describeField.js'
import type { LoadedSchema } from '../../../validateOptions.js'
import { fieldSentences } from './fieldSentences.js'

export type Part =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; headings: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'link'; text: string; address: string }

export interface Documentation {
  title: string
  language: string
  parts: readonly Part[]
}

export function documentSchema({ schema, facts }: LoadedSchema, messages: Messages, words: SchemaWords): Documentation {
  const { doc, fields: columns } = words
  const title = schema.title ?? facts.title ?? facts.name
  const described = schema.fields.map((field) => describeField(field, schema))
  const parts: Part[] = [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'paragraph',
      text: [facts.name, facts.version === undefined ? '' : doc.version(facts.version)].filter((text) => text !== '').join(' · '),
    },
    ...paragraphs(schema.description),
    ...(isAddress(schema.homepage) ? [{ kind: 'link', text: schema.homepage, address: schema.homepage } as const] : []),
    { kind: 'heading', level: 2, text: doc.summary },
    {
      kind: 'table',
      headings: [capital(columns.column), capital(columns.type), doc.required],
      rows: described.map(({ name, type, required }) => [name, columns.typeName(type), required ? columns.yes : columns.no]),
    },
    { kind: 'heading', level: 2, text: doc.columns },
  ]
  for (const field of described) {
    const { description, ...rest } = field
    parts.push({ kind: 'heading', level: 3, text: field.name }, ...paragraphs(description))
    parts.push({ kind: 'list', items: [doc.kind(columns.typeName(field.type), field.required), ...fieldSentences(rest, messages, words)] })
  }
  const rules = [
    ...(schema.primaryKey.length > 0 ? [doc.key(schema.primaryKey)] : []),
    ...schema.checks.map(({ name, params }) =>
      doc.check(
        name,
        Object.values(params)
          .flat()
          .filter((value) => typeof value === 'string'),
      ),
    ),
  ]
  if (rules.length > 0) parts.push({ kind: 'heading', level: 2, text: doc.rules }, { kind: 'list', items: rules })
  parts.push({ kind: 'paragraph', text: doc.writtenBy })
  return { title, language: messages.language, parts }
}

const paragraphs = (text: string | undefined): Part[] =>
  (text ?? '')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part.trim() }))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

const isAddress = (text: string | undefined): text is string => /^https?:\/\/\S+$/.test(text ?? '')
