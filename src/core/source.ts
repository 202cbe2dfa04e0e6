// Where bytes come from, and what the runtime can do: the two doors between the portable code and the world.

/** Bytes that can be read again from the start as often as asked; standard input is spooled to become one. */
export interface Source {
  /** As the user named it; shown in reports. */
  name: string
  /** In bytes, where it is known before reading. */
  size?: number
  /** A chunk is valid until the next one is asked for. */
  open(): AsyncIterable<Uint8Array>
  /** The bytes from `from` up to, not including, `to`: for formats that need random access. */
  slice?(from: number, to: number): Promise<Uint8Array>
}

/** Lines put aside while memory has to stay flat. */
export interface Spool {
  write(line: string): void
  /** All of them in their order, as often as asked. */
  lines(): AsyncIterable<string>
  /** Frees what the spool holds; no call after this one. */
  dispose(): Promise<void>
}

/** What a runtime offers beyond the language. Formats ask for it, they never import it. */
export interface Platform {
  /** Whether the bytes are strict UTF-8. Absent: the portable check is used. */
  isUtf8?: (bytes: Uint8Array) => boolean
  /** Inflates a gzip stream. Absent: `DecompressionStream` is used. */
  gunzip?: (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  /** Inflates a stream without header, as zip files hold it. Absent: `DecompressionStream` is used. */
  inflateRaw?: (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  spool?: () => Spool
  /** Absent: `CompressionStream` is used. */
  packing?: () => Promise<Packing>
  /** Does a task where its cost can be bounded and the task be stopped. Absent: it is done in place, for small inputs only. */
  isolate?: (task: IsolatedTask) => Ask
}

/** A question and its answer; both are plain data. Throws what the task throws. */
export type Ask = (question: unknown) => Promise<unknown>

/** A task on input that cannot be trusted to be cheap. */
export interface IsolatedTask {
  name: 'oldWorkbook'
  /** Asked when the task begins, and again when it was put away between two questions: each question says all that it needs. */
  input(): Promise<unknown>
  /** Of memory at most; beyond is `limit-exceeded` (`taskBytes`). */
  bytes: number
  /** Of computing for one question at most; beyond is `limit-exceeded` (`taskSeconds`). */
  seconds: number
}

/** What archives are written with. */
export interface Packing {
  /** `before`: the checksum of what stands before these bytes, 0 at the start. */
  crc32(bytes: Uint8Array, before: number): number
  /** Deflates a stream, without header. A chunk is valid until the next one is asked for, those that come in as well. */
  deflateRaw(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
}
