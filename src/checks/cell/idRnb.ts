import type { CellCheck } from '../../core/check.js'

const LENGTH = 12
/** Without the signs that look alike: no 0 nor O, no I nor L, no U. */
const SIGNS = new TextEncoder().encode('123456789ABCDEFGHJKMNPQRSTVWXYZ')
const allowed = new Uint8Array(256)
for (const sign of SIGNS) allowed[sign] = 1

/** The identifier of a building in the national register: twelve signs, without the spaces or dashes that group them. https://rnb.beta.gouv.fr */
export const idRnb: CellCheck = {
  type: 'custom-check-error',
  compile: () => ({
    test(bytes, start, end) {
      if (end - start !== LENGTH) return 1
      for (let p = start; p < end; p++) if (allowed[bytes[p]!] === 0) return 1
      return 0
    },
  }),
}
