// A pattern of JSON Schema is one of JavaScript; the linear engine reads Python's. What the two write otherwise is rewritten.
// https://json-schema.org/draft/2020-12/json-schema-core#section-6.4

/** The spaces that Python, asked for ASCII, leaves out of `\s`. */
const OTHER_SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff'

/** The same pattern for `compilePattern`, to be found anywhere in the text. `(?a)`: digits and letters of words are those of ASCII. */
export function ecmaPattern(pattern: string): string {
  let inClass = false
  const written = pattern.replace(/\\(?:u\{[0-9a-fA-F]{1,6}\}|c[A-Za-z]|k<\w+>|[\s\S])|\(\?<(?![=!])|\[\^\]|\[\]|[\s\S]/g, (token) => {
    if (token === ']') inClass = false
    else if (token === '[' && !inClass) inClass = true
    else if (token === '[') return '\\['
    else if (token.startsWith('\\')) return escaped(token, inClass)
    else if (inClass) return token
    else if (token === '$') return '\\Z'
    else if (token === '.') return '[^\\n\\r\\u2028\\u2029]'
    else if (token === '(?<') return '(?P<'
    else if (token === '[^]') return '[\\s\\S]'
    else if (token === '[]') return '(?!)'
    return token
  })
  return `(?a)[\\s\\S]*(?:${written})[\\s\\S]*`
}

function escaped(token: string, inClass: boolean): string {
  const letter = token[1] ?? ''
  if (token.startsWith('\\u{')) return `\\U${token.slice(3, -1).padStart(8, '0')}`
  if (letter === 'c' && token.length === 3) return `\\x${(token.charCodeAt(2) % 32).toString(16).padStart(2, '0')}`
  if (letter === 'k' && token.length > 2) return `(?P=${token.slice(3, -1)})`
  if (letter === 's') return inClass ? `\\s${OTHER_SPACES}` : `[\\s${OTHER_SPACES}]`
  if (letter === 'S' && !inClass) return `[^\\s${OTHER_SPACES}]`
  return letter === '/' ? '/' : token
}
