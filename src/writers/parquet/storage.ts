// How values can be stored in a column. https://parquet.apache.org/docs/file-format/types/logicaltypes/
import type { SchemaElement } from 'hyparquet-writer'

/** The type of a column. */
export type StoredType = Omit<SchemaElement, 'name' | 'repetition_type'>

export interface Storage {
  /** False: the value of this text cannot be stored so. Asked of every accepted text before `type` and `store`. */
  takes(text: string): boolean
  type(): StoredType
  store(text: string): unknown
}
