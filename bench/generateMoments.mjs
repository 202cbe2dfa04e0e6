// A table of moments and places, for the types whose reading costs most: 3 datetimes, 2 geopoints, 1 pattern, 2 texts.
//   node generateMoments.mjs <file> <megabytes>
import { closeSync, openSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { mulberry32 } from './random.mjs'

const HEADER = 'id,debut,fin,releve,position,entree,code,commentaire\n'

export function generateMoments(file, megabytes) {
  const random = mulberry32(1789)
  const below = (n) => Math.floor(random() * n)
  const pad = (value, n = 2) => String(value).padStart(n, '0')
  const moment = () =>
    `${2015 + below(10)}-${pad(1 + below(12))}-${pad(1 + below(28))}T${pad(below(24))}:${pad(below(60))}:${pad(below(60))}Z`
  const place = () => `"${(random() * 10 - 4).toFixed(6)}, ${(42 + random() * 9).toFixed(6)}"`
  const output = openSync(file, 'w')
  let left = megabytes * 1e6
  let block = HEADER
  for (let row = 0; left > 0; row++) {
    block += `M${pad(row, 8)},${moment()},${moment()},${moment()},${place()},${place()},FR-${pad(below(1000), 3)}-${pad(below(1e6), 6)},relevé n° ${row}\n`
    if (block.length < 1 << 20) continue
    left -= writeSync(output, block)
    block = ''
  }
  closeSync(output)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) generateMoments(process.argv[2], Number(process.argv[3] ?? 100))
