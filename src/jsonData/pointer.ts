// JSON Pointer: https://www.rfc-editor.org/rfc/rfc6901

export const pointerOf = (path: readonly (string | number)[]): string => path.map((part) => `/${escapePart(String(part))}`).join('')

export const escapePart = (part: string): string => (/[~/]/.test(part) ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part)

export const partsOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
