/** The archive cannot be read: it is damaged, or locked by a password. */
export class ZipFault extends Error {
  constructor(readonly found: 'corrupt' | 'encrypted') {
    super(found)
    this.name = 'ZipFault'
  }
}
