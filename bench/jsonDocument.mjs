// A large collection of GeoJSON: scdl, against JSON.parse of the whole and ajv on each feature. Build first.
// node bench/jsonDocument.mjs [MB]

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const path = join(tmpdir(), `scdl-bench-${process.ppid}.geojson`)
const schema = {
  type: 'object',
  required: ['type', 'features'],
  properties: {
    features: {
      type: 'array',
      items: {
        type: 'object',
        required: ['properties', 'geometry'],
        properties: {
          properties: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'string' }, debut: { type: 'string', format: 'date' } },
          },
          geometry: {
            type: 'object',
            properties: {
              coordinates: { type: 'array', items: { type: 'array', items: { type: 'array', minItems: 2, items: { type: 'number' } } } },
            },
          },
        },
      },
    },
  },
}

async function generate(megabytes, to) {
  const out = createWriteStream(to)
  out.write('{"type":"FeatureCollection","features":[\n')
  for (let n = 0, size = 0; size < megabytes * 1e6; n++) {
    const ring = Array.from({ length: 20 }, (_, i) => [2 + Math.sin(n + i), 48 + Math.cos(n * i)])
    const feature = {
      type: 'Feature',
      properties: { id: `zone-${n}`, debut: '2024-07-01' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
    const line = `${n > 0 ? ',\n' : ''}${JSON.stringify(feature)}`
    size += line.length
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end(']}\n')
  await once(out, 'finish')
}

const contestants = {
  async scdl(file) {
    const { readJsonSchema, validateJson, nodePlatform, expandSources } = await import('../dist/node.js')
    const [source] = await expandSources([file])
    return (await validateJson(source, { schema: await readJsonSchema(schema), platform: nodePlatform })).stats.rows
  },
  async 'JSON.parse and ajv'(file) {
    const { Ajv } = await import('ajv')
    const addFormats = (await import('ajv-formats')).default
    const ajv = new Ajv({ allErrors: true, strict: false })
    addFormats(ajv)
    const document = JSON.parse(readFileSync(file, 'utf8'))
    ajv.compile(schema)(document)
    return document.features.length
  },
}

const [asked, file] = process.argv.slice(2)
if (asked !== undefined && asked in contestants) {
  const start = performance.now()
  const items = await contestants[asked](file)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${asked}: ${items} features, ${((performance.now() - start) / 1000).toFixed(2)} s, ${megabytes} MB`)
} else {
  await generate(Number(asked ?? 100), path)
  for (const name of Object.keys(contestants)) await once(fork(import.meta.filename, [name, path]), 'exit')
  await rm(path)
}
