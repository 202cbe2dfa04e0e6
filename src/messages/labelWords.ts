// What labels tell of their columns. The words are French whatever the language of the report: so are the files.

/** Whether a label names who publishes the file. */
export const namesPublisher = (label: string): boolean =>
  /attribuant|acheteur|publi(?:eur|ant)|^coll(?:ectivite)?_|collectivit[eé]/i.test(label)

/** Whether a label names what its row is about. */
export const namesRow = (label: string): boolean =>
  /nom|libell?[eé]|intitul[eé]|titre|d[eé]nomination|raison.?sociale|d[eé]signation/i.test(label)
