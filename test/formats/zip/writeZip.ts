// A small zip writer for tests: every choice that archives have, and every lie that they may tell.
import { deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: string | Uint8Array
  /** Stored unless true. */
  deflated?: boolean
  /** Sizes stand after the data, none in its header. */
  descriptor?: boolean
  encrypted?: boolean
  method?: number
  /** What the directory says instead of the truth. */
  size?: number
}

export interface ZipOptions {
  before?: Uint8Array
  comment?: string
  wide?: boolean
  disks?: number
}

export function writeZip(
  parts: readonly ZipPart[],
  { before = new Uint8Array(0), comment = '', wide = false, disks = 0 }: ZipOptions = {},
): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  const write = (bytes: Buffer): void => {
    pieces.push(bytes)
    offset += bytes.length
  }
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const data = part.deflated === true ? deflateRawSync(content) : content
    const name = Buffer.from(part.name)
    const method = part.method ?? (part.deflated === true ? 8 : 0)
    const size = part.size ?? content.length
    const flags = (part.encrypted === true ? 1 : 0) | (part.descriptor === true ? 8 : 0) | 0x800
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(flags, 6)
    header.writeUInt16LE(method, 8)
    header.writeUInt32LE(part.descriptor === true ? 0 : data.length, 18)
    header.writeUInt32LE(part.descriptor === true ? 0 : size, 22)
    header.writeUInt16LE(name.length, 26)
    header.writeUInt16LE(2, 28)
    const at = offset
    write(Buffer.concat([header, name, Buffer.from('xx'), data]))
    if (part.descriptor === true) write(Buffer.alloc(16, 'PK\x07\x08'))

    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(wide ? 0xffffffff : data.length, 20)
    entry.writeUInt32LE(wide ? 0xffffffff : size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt16LE(wide ? 33 : 0, 30)
    entry.writeUInt32LE(wide ? 0xffffffff : at, 42)
    const extra = Buffer.alloc(wide ? 33 : 0)
    if (wide) {
      // A field of another kind comes first.
      extra.writeUInt16LE(0x7075, 0)
      extra.writeUInt16LE(1, 2)
      extra.writeUInt16LE(1, 5)
      extra.writeUInt16LE(24, 7)
      extra.writeBigUInt64LE(BigInt(size), 9)
      extra.writeBigUInt64LE(BigInt(data.length), 17)
      extra.writeBigUInt64LE(BigInt(at), 25)
    }
    directory.push(Buffer.concat([entry, name, extra]))
  }
  const list = Buffer.concat(directory)
  const from = offset
  write(list)
  if (wide) {
    const end = Buffer.alloc(56)
    end.writeUInt32LE(0x06064b50, 0)
    end.writeBigUInt64LE(BigInt(parts.length), 32)
    end.writeBigUInt64LE(BigInt(list.length), 40)
    end.writeBigUInt64LE(BigInt(from), 48)
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(BigInt(offset + before.length), 8)
    write(Buffer.concat([end, locator]))
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(disks, 4)
  end.writeUInt16LE(wide ? 0xffff : parts.length, 10)
  end.writeUInt32LE(wide ? 0xffffffff : list.length, 12)
  end.writeUInt32LE(wide ? 0xffffffff : from, 16)
  end.writeUInt16LE(comment.length, 20)
  write(Buffer.concat([end, Buffer.from(comment)]))
  return new Uint8Array(Buffer.concat([before, ...pieces]))
}
