// Coordinates in Lambert 93, the projection of metropolitan France, in metres (EPSG:2154).
import type { CellCheck } from '../../core/check.js'
import { numberEnd, readDecimalAt } from './decimalReader.js'

const decoder = new TextDecoder()

/** Faults: 1 outside the bounds, 2 no number. */
export function projectedCoordinate(lowest: number, highest: number): CellCheck {
  return {
    type: 'custom-check-error',
    compile(_params, { options }) {
      const { decimalChar, groupChar } = options
      const point = typeof decimalChar === 'string' && decimalChar.length === 1 ? decimalChar : '.'
      const group = typeof groupChar === 'string' ? groupChar : ''
      const pointByte = point.charCodeAt(0)
      const slowly = (text: string): number => {
        const plain = group === '' ? text : text.replaceAll(group, '')
        return plain.trim() === '' ? Number.NaN : Number(plain.replace(point, '.'))
      }
      return {
        test(bytes, start, end) {
          let metres = readDecimalAt(bytes, start, end, pointByte)
          if (numberEnd !== end) metres = slowly(decoder.decode(bytes.subarray(start, end)))
          if (Number.isNaN(metres)) return 2
          return metres >= lowest && metres <= highest ? 0 : 1
        },
        details: { lowest, highest },
      }
    },
  }
}
