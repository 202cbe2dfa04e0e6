// Text being written as bytes of UTF-8, in a buffer that is used again.

const START_BYTES = 1 << 18

export class ByteText {
  bytes = new Uint8Array(START_BYTES)
  length = 0

  /** What was written since the last time; valid until more is written. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length)
    this.length = 0
    return taken
  }

  /** Room for as many bytes more. */
  reserve(size: number): void {
    const needed = this.length + size
    if (needed <= this.bytes.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  /** Room is reserved. */
  put(piece: Uint8Array): void {
    const { bytes } = this
    let at = this.length
    // Short pieces, for which `set` is slower.
    for (let i = 0; i < piece.length; i++) bytes[at++] = piece[i]!
    this.length = at
  }

  /** Room is reserved. */
  copy(source: Uint8Array, from: number, to: number): void {
    const { bytes } = this
    let at = this.length
    for (let i = from; i < to; i++) bytes[at++] = source[i]!
    this.length = at
  }

  /** A whole number that is not negative; room is reserved. */
  digits(value: number): void {
    let size = 1
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) size++
    let rest = value
    for (let at = this.length + size - 1; at >= this.length; at--) {
      this.bytes[at] = 0x30 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    this.length += size
  }
}
