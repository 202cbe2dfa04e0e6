// An archive, written part by part: a sheet need not be in memory.
import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'

/** `parts`: a name, the pieces of its content, and whether they are `stored` as they are. */
export async function writeZip(file, parts) {
  const output = openSync(file, 'w')
  const directory = []
  let offset = 0
  const write = (bytes) => {
    writeSync(output, bytes)
    offset += bytes.length
  }
  for (const [name, pieces, stored] of parts) {
    const from = offset
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(stored ? 0 : 8, 8)
    header.writeUInt16LE(name.length, 26)
    write(Buffer.concat([header, Buffer.from(name)]))
    const begin = offset
    let size = 0
    let crc = 0
    const deflate = stored ? undefined : createDeflateRaw({ level: 6 })
    deflate?.on('data', write)
    let block = ''
    const flush = async () => {
      const bytes = Buffer.from(block)
      block = ''
      size += bytes.length
      crc = crc32(bytes, crc)
      if (deflate === undefined) write(bytes)
      else await new Promise((done) => deflate.write(bytes, done))
    }
    for (const piece of pieces) {
      block += piece
      if (block.length > 1 << 20) await flush()
    }
    await flush()
    if (deflate !== undefined) await new Promise((done) => deflate.on('end', done).end())
    for (const [value, at] of [
      [crc, 14],
      [offset - begin, 18],
      [size, 22],
    ])
      header.writeUInt32LE(value, at)
    writeSync(output, header, 0, 30, from)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(20, 4)
    header.copy(entry, 6, 4, 28)
    entry.writeUInt32LE(from, 42)
    directory.push(Buffer.concat([entry, Buffer.from(name)]))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  write(Buffer.concat([list, end]))
  closeSync(output)
}
