/** The document is no XML, ends too early, or declares a document type, which no workbook does and only an attack needs. */
export class XmlFault extends Error {
  constructor() {
    super('not well-formed')
    this.name = 'XmlFault'
  }
}
