import type { TableView } from '../human/section.js'

/** What every part of the page about one table works from. */
export interface PageView extends TableView {
  /** Begins the identifiers of this table's elements. */
  id: string
  /** Of the headings of its parts. */
  level: number
  maxFindings: number
}
