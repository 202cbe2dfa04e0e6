// Why a pattern cannot be used. The sentence for each reason is in messages/.

export type PatternReason =
  | 'unbalanced-parenthesis'
  | 'unterminated-class'
  | 'nothing-to-repeat'
  | 'multiple-repeat'
  | 'bad-repeat'
  | 'bad-range'
  | 'bad-escape'
  | 'bad-group'
  | 'bad-reference'
  | 'bad-flags'
  | 'lookbehind-width'
  | 'too-deep'

export class PatternError extends Error {
  constructor(readonly reason: PatternReason) {
    super(reason)
    this.name = 'PatternError'
  }
}
