// junit.xsd is our own: JUnit has no schema, and what its readers share is told there.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { TableReport } from '../../src/core/reportTypes.js'
import { junit } from '../../src/reporters/junit.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { damagedByASpreadsheet, duplicateLabels, good, notATable, report, untidy } from './reports.js'
import { everyTable, written } from './written.js'

const schema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8')
const faults = async (xml: string): Promise<string[]> => {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema: [schema] })
  return errors.map(({ message }) => message)
}
const ofSuite = async (table: TableReport) => {
  const xml = await written(junit, report(table))
  const [, tests, failures, skipped] = /tests="(\d+)" failures="(\d+)" errors="0" skipped="(\d+)"/.exec(xml) ?? []
  return { xml, tests: Number(tests), failures: Number(failures), skipped: Number(skipped) }
}

describe("JUnit's XML", () => {
  it('is what its schema says', async () => {
    expect(await faults(await written(junit, report(...everyTable.map((make) => make()))))).toEqual([])
    expect(await faults(await written(junit, report()))).toEqual([])
    expect(await faults('<testsuites><x/></testsuites>')).not.toEqual([])
  })

  it('has what the stricter schema of Ant asks too', async () => {
    const { xml } = await ofSuite(untidy())
    expect(xml).toMatch(/<testsuite id="0" name="[^"]+" package="[^"]+" hostname="localhost" timestamp="2026-03-03T09:12:00" /)
    expect(xml).toMatch(/<testsuites>\n/)
    expect(xml).toMatch(/<\/system-out>\s*<system-err><\/system-err>\s*<\/testsuite>/)
  })

  it.each(everyTable.map((make) => [make.name, make] as const))('%s: counts what it holds', async (_name, make) => {
    const { xml, tests, failures, skipped } = await ofSuite(make())
    expect(xml.match(/<testcase /g) ?? []).toHaveLength(tests)
    expect(xml.match(/<failure /g) ?? []).toHaveLength(failures)
    expect(xml.match(/<skipped\/>/g) ?? []).toHaveLength(skipped)
    expect(failures > 0).toBe(!make().valid)
  })

  it('has a test per column of the schema', async () => {
    const { xml } = await ofSuite(damagedByASpreadsheet())
    expect(xml).toContain('<testcase name="A nomAttribuant" classname="subventions-2022.csv" time="0"/>')
    expect(xml).toMatch(
      /<testcase name="K datesPeriodeVersement"[^>]*>\s*<failure type="constraint-error" message="Forme inattendue \(396\)">K2 : /,
    )
    expect(xml).not.toContain('secteur"')
  })

  it('skips what could not be checked', async () => {
    expect((await ofSuite(duplicateLabels())).skipped).toBeGreaterThan(0)
    expect((await ofSuite(untidy())).xml).toMatch(/name="D mise en service"[^>]*><skipped\/>/)
    expect(await ofSuite(notATable())).toMatchObject({ tests: 1, failures: 1 })
    expect(await ofSuite(good())).toMatchObject({ failures: 0, skipped: 0 })
  })

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    const xml = await written(junit, report(...poisoned(text)))
    expect(xml.replaceAll('\n', '').match(CONTROLS)).toBeNull()
    expect(xml).not.toMatch(/<script|<img|<!--|<!\[|<x\/>|]]>|[\ufffe\uffff]/)
    expect(await faults(xml)).toEqual([])
    expect(xml.length).toBeLessThan(200_000)
  })
})
