// The report as a comment of a pull request or a step summary: short enough for both, nothing in it notifies or links anyone.
import { pageOf } from '../codes.js'
import type { TableReport } from '../core/reportTypes.js'
import type { Messages } from '../messages/messages.js'
import { shorten } from '../messages/visible.js'
import { totalsByFolder } from './byFolder.js'
import { codesFound } from './codesFound.js'
import { headParagraphs, schemaParagraph, verdictSentence } from './human/headParagraphs.js'
import { nextSteps, type Step } from './human/nextSteps.js'
import { noteEntries } from './human/notes.js'
import { entryText, isCell, sentenceCase } from './human/plainEntry.js'
import type { Entry, PlaceLine, TableView } from './human/section.js'
import { tableSections } from './human/tableSections.js'
import { codeSpan, escapeMarkdown, withoutMentions } from './markdownText.js'
import { markup } from './markup.js'
import { ruleOf } from './place.js'
import type { Reporter, ReporterContext } from './reporter.js'
import { verdictCounts } from './verdictCounts.js'

/** GitHub takes 65,536 characters in a comment. */
const MAX_LENGTH = 60_000
const MAX_FILES = 200
const NAME_WIDTH = 120
const VALUE_WIDTH = 60
const SIGNS = { valid: '✅', convertible: '✏️', invalid: '❌' } as const
/** So that a program finds its own comment again. */
const MARKER = '<!-- scdl -->'

export const markdown: Reporter = (report, context) => {
  const { files } = report
  const words = context.messages
  const [only] = files
  const chapters =
    files.length === 1 && only !== undefined
      ? [{ open: '', blocks: tableBlocks({ ...context, table: only }), close: '' }]
      : files.filter(({ valid }) => !valid).map((table) => folded({ ...context, table }))
  const head =
    files.length === 1
      ? []
      : [
          `## ${words.page.title}`,
          `**${escapeMarkdown(context.messages.report.summary(verdictCounts(files)))}**`,
          filesTable(files, context),
          ...folderPart(files, context),
        ]
  chapters.push(...explainedPart(files, words))
  const ending = `\n\n${words.page.pageFull}\n`
  return `${fill([MARKER, ...head], chapters, MAX_LENGTH - ending.length, ending)}\n`
}

/** A part whose blocks may be cut at the end, but not its closing. */
interface Chapter {
  open: string
  blocks: string[]
  close: string
}

function fill(head: readonly string[], chapters: readonly Chapter[], limit: number, ending: string): string {
  let text = head.join('\n\n')
  for (const { open, blocks, close } of chapters) {
    const room = limit - close.length - 4
    if (text.length + open.length + (blocks[0]?.length ?? 0) + 4 > room) return text + ending
    if (open !== '') text += `\n\n${open}`
    for (const block of blocks) {
      if (text.length + block.length + 2 > room) return `${text}${close === '' ? '' : `\n\n${close}`}${ending}`
      text += `\n\n${block}`
    }
    if (close !== '') text += `\n\n${close}`
  }
  return text
}

/** Files with the most to do come first: the others may not fit. */
function filesTable(files: readonly TableReport[], { messages }: ReporterContext): string {
  const words = messages.page
  const shown = [...files].sort((a, b) => b.stats.errors - a.stats.errors).slice(0, MAX_FILES)
  const left = files.length - shown.length
  return [
    `| | ${words.columns.file} | ${words.schema.title} | ${words.severityNames.error} | ${words.severityNames.warning} |`,
    '| --- | --- | --- | ---: | ---: |',
    ...shown.map(({ verdict, source, schema, stats }) => {
      const name = schema === undefined ? '' : escapeMarkdown(shorten(`${schema.name} ${schema.version ?? ''}`.trim(), VALUE_WIDTH))
      const { number } = messages.report
      return `| ${SIGNS[verdict]} ${words.verdicts[verdict]} | ${codeSpan(source, NAME_WIDTH)} | ${name} | ${number(stats.errors)} | ${number(stats.warnings)} |`
    }),
    ...(left > 0 ? ['', words.moreFiles(left)] : []),
  ].join('\n')
}

function folderPart(files: readonly TableReport[], { messages, groupBy }: ReporterContext): string[] {
  if (groupBy !== 'folder') return []
  const { page, report } = messages
  const totals = totalsByFolder(files)
    .sort((a, b) => b.errors - a.errors)
    .slice(0, MAX_FILES)
    .map(({ folder, files: { all, valid }, errors, warnings }) =>
      [
        codeSpan(folder, NAME_WIDTH),
        `${report.number(valid)} / ${report.number(all)}`,
        report.number(errors),
        report.number(warnings),
      ].join(' | '),
    )
  const head = [page.folder, page.verdicts.valid, page.severityNames.error, page.severityNames.warning].join(' | ')
  return [[`| ${head} |`, '| --- | ---: | ---: | ---: |', ...totals.map((line) => `| ${line} |`)].join('\n')]
}

/** A table among several: its name first, the rest on demand. */
function folded(view: TableView): Chapter {
  const { table, messages } = view
  const title = `${table.source} · ${messages.page.errors(table.stats.errors)}`
  const summaryLine = withoutMentions(markup`<summary>${SIGNS[table.verdict]} ${shorten(title, NAME_WIDTH)}</summary>`.text)
  return { open: `<details>${summaryLine}`, blocks: tableBlocks(view), close: '</details>' }
}

/** What each code stands for, and where more is told of it: once, on demand. */
function explainedPart(files: readonly TableReport[], messages: Messages): Chapter[] {
  const lines = codesFound(files).flatMap((code) => {
    const page = pageOf(code)
    if (page === undefined) return []
    const address = URL.canParse(page) ? `<${page}>` : codeSpan(page, NAME_WIDTH)
    return [`- ${escapeMarkdown(ruleOf({ code }, messages).title)} ${codeSpan(code, NAME_WIDTH)} · ${address}`]
  })
  if (lines.length === 0) return []
  return [{ open: `<details><summary>${messages.page.parts.explained}</summary>`, blocks: [lines.join('\n')], close: '</details>' }]
}

function tableBlocks(view: TableView): string[] {
  const { table, messages } = view
  const notes = noteEntries(view)
  const titles = messages.report.sections
  const heading = (title: string, amount: string): string =>
    `### ${sentenceCase(title, messages.language)}${amount === '' ? '' : ` · ${amount}`}`
  const steps = nextSteps(view, true)
  return [
    `## ${SIGNS[table.verdict]} ${escapeMarkdown(verdictSentence(view))}`,
    ...[...headParagraphs(view, notes.length > 0), ...schemaParagraph(view)].map(escapeMarkdown),
    ...tableSections(view).flatMap(({ title, amount, entries }) => {
      const putsWords = title === titles.oneValue || title === titles.fewValues
      const [first = '', ...rest] = entries.map((entry) => entryBlock(entry, putsWords, view))
      return [`${heading(title, amount)}\n\n${first}`, ...rest]
    }),
    ...(notes.length === 0 ? [] : [`${heading(titles.notes, '')}\n\n${notes.map((note) => `- ${noteLine(note)}`).join('\n')}`]),
    ...(steps.length === 0 ? [] : [`${heading(titles.next, '')}\n\n${steps.map(stepBlock).join('\n')}`]),
  ]
}

const noteLine = ({ title, sentences }: Entry): string => escapeMarkdown(entryText({ title, sentences }))

/** `putsWords`: what is to be written is described, not given. */
function entryBlock({ title, places, sentences }: Entry, putsWords: boolean, { messages }: TableView): string {
  const parts = [`**${escapeMarkdown(title)}**`]
  if (places.length > 0) parts.push(placesTable(places, putsWords, messages))
  if (sentences.length > 0) parts.push(escapeMarkdown(sentences.join(' ')))
  return parts.join('\n\n')
}

function placesTable(places: readonly PlaceLine[], putsWords: boolean, { page, report }: TableView['messages']): string {
  const puts = places.some(({ put }) => put !== undefined)
  const asides = places.some(({ aside }) => aside !== undefined)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const words = (text: string): string => escapeMarkdown(shorten(text, VALUE_WIDTH))
  const value = (text: string): string => (text === report.emptyCell || text === '' ? text : codeSpan(text, VALUE_WIDTH))
  const header = [page.columns.place, page.columns.cell, ...(puts ? [page.columns.suggestion] : []), ...(asides ? [' '] : [])]
  return [
    line(header),
    line(header.map(() => '---')),
    ...places.map(({ address, value: cell, put, aside }) =>
      line([
        words(address),
        isCell(address) ? value(cell) : words(cell),
        ...(puts ? [put === undefined ? '' : putsWords ? words(put) : value(put)] : []),
        ...(asides ? [words(aside ?? '')] : []),
      ]),
    ),
  ].join('\n')
}

function stepBlock({ text, command }: Step, i: number): string {
  const said = `${i + 1}. ${escapeMarkdown(text)}`
  return command === undefined ? said : `${said}\n   \`\`\`sh\n   ${command.join(' ')}\n   \`\`\``
}
