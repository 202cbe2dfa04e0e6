// The report as one page that loads nothing: for a browser, on a screen, on paper, read aloud, with or without script.
import type { Report, TableReport } from '../../core/reportTypes.js'
import { shorten } from '../../messages/visible.js'
import { codesFound } from '../codesFound.js'
import { verdictSentence } from '../human/headParagraphs.js'
import { type Markup, markup, rawMarkup } from '../markup.js'
import type { Reporter, ReporterContext } from '../reporter.js'
import { verdictCounts } from '../verdictCounts.js'
import { badge } from './badge.js'
import { explainedPart } from './explainedPart.js'
import { glued } from './glued.js'
import type { PageView } from './pageView.js'
import { script } from './script.js'
import { style } from './style.js'
import { tablePart } from './tablePart.js'

const NAME_WIDTH = 200
/** A page with more is neither read nor printed; the others stand in the list of files. */
const MAX_DETAILED_FILES = 100
const MAX_FINDINGS = 1000
const MIN_FINDINGS = 50
/** Over all files. */
const MAX_FINDINGS_OF_PAGE = 5000

export const html: Reporter = async function* (report, context) {
  const { messages } = context
  const [only] = report.files
  const single = report.files.length === 1 && only !== undefined
  const heading = glued(single ? verdictSentence({ ...context, table: only }) : messages.report.summary(verdictCounts(report.files)))
  yield markup`<!DOCTYPE html>
<html lang="${messages.language}">
<head>
<meta charset="utf-8">
${await contentPolicy()}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${heading}</title>
<style>${rawMarkup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${messages.page.toContent}</a>
<header>
<p class="kicker">${messages.page.title}</p>
<h1${single && markup` id="f1-title"`}>${heading}</h1>
</header>
<main id="content">
`.text
  if (single) {
    yield tablePart({ ...context, table: only, id: 'f1', level: 2, maxFindings: MAX_FINDINGS }).text
    yield markup`${explainedPart(codesFound([only]), messages)}`.text
  } else yield* severalTables(report, context)
  yield markup`</main>
<footer><p>${messages.page.made(report.scdl, context.date)}</p></footer>
<script>${rawMarkup(script)}</script>
</body>
</html>
`.text
}

function* severalTables(report: Report, context: ReporterContext): Iterable<string> {
  const detailed = report.files.filter(needsDetails).slice(0, MAX_DETAILED_FILES)
  const ids = new Map(detailed.map((table, i) => [table, `f${i + 1}`]))
  yield filesList(report.files, ids, context).text
  const share = Math.floor(MAX_FINDINGS_OF_PAGE / Math.max(1, detailed.length))
  const maxFindings = Math.min(MAX_FINDINGS, Math.max(MIN_FINDINGS, share))
  for (const [table, id] of ids) {
    const view: PageView = { ...context, table, id, level: 3, maxFindings }
    yield markup`<article id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${glued(verdictSentence(view))}</h2>
${tablePart(view)}</article>
`.text
  }
  yield markup`${explainedPart(codesFound(detailed), context.messages)}`.text
}

const needsDetails = ({ valid, stats }: TableReport): boolean => !valid || stats.warnings > 0

function filesList(files: readonly TableReport[], ids: ReadonlyMap<TableReport, string>, { messages }: ReporterContext): Markup {
  const { page, report } = messages
  const rows = files.map((table) => {
    const id = ids.get(table)
    const name = shorten(table.source, NAME_WIDTH)
    return markup`<tr><th scope="row">${id === undefined ? name : markup`<a href="#${id}">${name}</a>`}</th><td>${badge(table.verdict, messages)}</td><td class="number">${report.number(table.stats.rows)}</td><td class="number">${report.number(table.stats.errors)}</td><td class="number">${report.number(table.stats.warnings)}</td></tr>
`
  })
  return markup`<h2 id="files">${page.parts.files}</h2>
<section class="scroll" aria-labelledby="files" tabindex="0">
<table>
<thead><tr><th scope="col">${page.columns.file}</th><th scope="col">${page.verdict}</th><th scope="col" class="number">${page.file.rows}</th><th scope="col" class="number">${page.severityNames.error}</th><th scope="col" class="number">${page.severityNames.warning}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`
}

/** The page runs its own script and nothing else, even if text from a file were ever taken for more than text. */
async function contentPolicy(): Promise<Markup | undefined> {
  // Absent where a page is not served securely.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (subtle === undefined) return undefined
  const hash = async (text: string): Promise<string> => {
    const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
    return `'sha256-${btoa(String.fromCharCode(...digest))}'`
  }
  const policy = `default-src 'none'; style-src ${await hash(style)}; script-src ${await hash(script)}; base-uri 'none'; form-action 'none'`
  return markup`<meta http-equiv="Content-Security-Policy" content="${rawMarkup(policy)}">`
}
