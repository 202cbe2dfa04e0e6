// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import { codes, pageOf } from '../codes.js'
import type { Diagnostic, Severity } from '../core/diagnostic.js'
import type { Report, TableReport } from '../core/reportTypes.js'
import { columnLetters } from '../messages/columnLetters.js'
import { shorten } from '../messages/visible.js'
import { codesFound } from './codesFound.js'
import { everyDiagnostic, findingsIn, findingsLeft } from './everyDiagnostic.js'
import { fingerprints } from './fingerprint.js'
import { jsonText } from './jsonText.js'
import { lineOf, pathOf, placeOf, ruleOf } from './place.js'
import type { Reporter, ReporterContext } from './reporter.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
/** GitHub refuses a file with more. */
const MAX_RESULTS = 25_000
const LINES_PER_PIECE = 200
const MESSAGE_WIDTH = 2000
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>

export const sarif: Reporter = async function* (report, context) {
  const share = Math.max(1, Math.floor(MAX_RESULTS / Math.max(1, report.files.length)))
  const rules = codesFound(report.files)
  yield `{ "$schema": ${jsonText(SCHEMA)}, "version": "2.1.0", "runs": [ {\n`
  yield `  "tool": ${jsonText({ driver: driver(rules, report, context) })},\n`
  const artifacts = artifactsOf(report)
  yield `  "artifacts": ${jsonText([...artifacts.values()].map(({ uri, length }) => ({ location: { uri }, length })))},\n`
  yield '  "columnKind": "utf16CodeUnits",\n  "results": ['
  const notifications: object[] = []
  let first = true
  for (const table of report.files) {
    const fingerprint = fingerprints(pathOf(table.source) ?? 'stdin')
    const { uri = '', index = 0 } = artifacts.get(table.source) ?? {}
    const artifactLocation = { uri, index }
    let piece: string[] = []
    let results = 0
    let listed = 0
    for await (const diagnostic of everyDiagnostic(table)) {
      if (results === share) break
      piece.push(
        `${first ? '' : ','}\n    ${jsonText(result(diagnostic, fingerprint(diagnostic), artifactLocation, rules, table, context))}`,
      )
      first = false
      results++
      listed += findingsIn(diagnostic)
      if (piece.length === LINES_PER_PIECE) {
        yield piece.join('')
        piece = []
      }
    }
    yield piece.join('')
    const left = results === share ? table.stats.errors + table.stats.warnings + table.stats.infos - listed : findingsLeft(table, listed)
    if (left > 0) {
      const text = context.messages.page.listCut(left)
      notifications.push({ level: 'note', message: { text }, locations: [{ physicalLocation: { artifactLocation } }] })
    }
  }
  const ended = context.date === undefined ? {} : { endTimeUtc: context.date.toISOString() }
  const invocation = { executionSuccessful: true, ...ended, toolExecutionNotifications: notifications }
  yield ` ],\n  "invocations": ${jsonText([invocation])}\n} ] }\n`
}

function driver(rules: readonly string[], { scdl }: Report, { messages }: ReporterContext): object {
  const defaults: Readonly<Record<string, { severity: Severity }>> = codes
  return {
    name: 'scdl',
    version: scdl,
    semanticVersion: scdl,
    language: messages.language,
    rules: rules.map((id) => {
      const { title, help } = ruleOf({ code: id }, messages)
      const page = pageOf(id)
      return {
        id,
        shortDescription: { text: title },
        fullDescription: { text: help },
        help: { text: page === undefined ? help : `${help} ${messages.page.explained(page)}` },
        // An absolute address, as the standard wants it (3.49.12), or none.
        ...(page !== undefined && URL.canParse(page) ? { helpUri: page } : {}),
        defaultConfiguration: { level: LEVELS[defaults[id]?.severity ?? 'error'] },
        properties: { tags: [id.split('/')[0] ?? id] },
      }
    }),
  }
}

interface Artifact {
  uri: string
  length: number
  index: number
}

/** By source. */
function artifactsOf({ files }: Report): ReadonlyMap<string, Artifact> {
  const found = new Map<string, Artifact>()
  for (const { source, stats } of files) {
    if (!found.has(source)) found.set(source, { uri: uriOf(pathOf(source) ?? 'stdin'), length: stats.bytes, index: found.size })
  }
  return found
}

/** Relative paths stay relative; a drive or a leading slash makes a file URL. */
function uriOf(path: string): string {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path) && URL.canParse(path)) return new URL(path).href
  // A lone surrogate has no UTF-8 form.
  const encoded = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (/^[a-z]%3A\//i.test(encoded)) return `file:///${encoded.replace('%3A', ':')}`
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}

function result(
  diagnostic: Diagnostic,
  fingerprint: string,
  artifactLocation: object,
  rules: readonly string[],
  table: TableReport,
  { say, messages }: ReporterContext,
): object {
  const { code, severity, row, rowEnd, column, character, pointer, field, label, suggestion } = diagnostic
  const place = placeOf(diagnostic, messages)
  const said = say(diagnostic)
  const startLine = lineOf(diagnostic, table)
  const logical =
    pointer !== undefined
      ? { fullyQualifiedName: short(pointer), kind: 'value' }
      : column === undefined
        ? undefined
        : { name: `${columnLetters(column)}${row ?? ''}`, kind: 'cell' }
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: LEVELS[severity],
    message: { text: withoutLinks(shorten(place === undefined ? said : messages.report.titled(place, said), MESSAGE_WIDTH)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          // A cell is a column of a table, not of a text: its place in the line is not said.
          ...(startLine === undefined ? {} : { region: { startLine, startColumn: character } }),
        },
        ...(logical === undefined ? {} : { logicalLocations: [logical] }),
      },
    ],
    partialFingerprints: { 'scdlFinding/v1': fingerprint },
    properties: { row, rowEnd, column, field: short(field), label: short(label), suggestion: short(suggestion) },
  }
}

const short = (text: string | undefined): string | undefined => (text === undefined ? undefined : shorten(text, MESSAGE_WIDTH))

/** In a message of SARIF, `[text](address)` would be a link. */
const withoutLinks = (text: string): string => (text.includes('](') ? text.replace(/[[\]]/g, '\\$&') : text)
