// The help of `scdl merge`.
export interface MergeTexts {
  summary: string
  description: string
  reports: string
  after: string
}
