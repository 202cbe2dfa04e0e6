/** The line, from 1, of the only place of a JSON or YAML text where such a key stands; undefined where there is none, or several. */
export function lineOfKey(text: string, key: string): number | undefined {
  const word = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const places = [...text.matchAll(new RegExp(`(?:^|[\\s{,-])(?:"${word}"|'${word}'|${word})[ \\t]*:`, 'gm'))]
  const [place] = places
  if (place === undefined || places.length > 1) return undefined
  const start = place.index + place[0].search(/\S/)
  return text.slice(0, start).split(/\r\n|\r|\n/).length
}
