// The floor: every byte read, nothing looked at.
import { closeSync, openSync, readSync } from 'node:fs'

const fd = openSync(process.argv[2], 'r')
const buffer = Buffer.allocUnsafeSlow(1 << 20)
let total = 0
for (;;) {
  const read = readSync(fd, buffer, 0, buffer.length, null)
  if (read === 0) break
  total += read
}
closeSync(fd)
console.log(total)
