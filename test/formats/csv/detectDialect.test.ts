import { describe, expect, test } from 'vitest'
import { detectDialect } from '../../../src/formats/csv/detectDialect.js'

interface Found {
  delimiter: string
  quote: string
  escape?: string
  skipSpaces?: true
}

function detect(text: string, options = {}, name = 'a.csv', whole = true): Found {
  const { delimiter, quote, escaper, skipSpaces } = detectDialect(new TextEncoder().encode(text), whole, name, options)
  return {
    delimiter: String.fromCharCode(delimiter),
    quote: quote < 0 ? '' : String.fromCharCode(quote),
    ...(escaper < 0 ? {} : { escaper: String.fromCharCode(escaper) }),
    ...(skipSpaces ? { skipSpaces } : {}),
  }
}

const lines = (...parts: string[]): string => `${parts.join('\n')}\n`
const repeated = (line: string, times = 20): string[] => Array.from({ length: times }, () => line)

describe('delimiter', () => {
  test.each<[string, string, string]>([
    ['comma', ',', lines('a,b,c', '1,2,3')],
    ['semicolon', ';', lines('a;b;c', '1;2;3')],
    ['tab', '\t', lines('a\tb\tc', '1\t2\t3')],
    ['bar', '|', lines('a|b|c', '1|2|3')],
    ['a header alone', ';', 'nom;date;montant'],
    ['decimal commas', ';', lines('nom;montant', ...repeated('Mairie;12,50'))],
    ['coordinates with decimal commas', ';', lines('lat;lon', ...repeated('48,85;2,35'))],
    ['three columns of decimal commas', ';', lines('x;y;z', ...repeated('1,5;2,5;3,5'))],
    ['commas in French text', ';', lines('nom;objet', ...repeated('Mairie, service des sports;Achat de buts, filets, ballons'))],
    ['lists with semicolons in a comma file', ',', lines('nom,jours', ...repeated('Piscine,lundi;mardi;jeudi'))],
    ['semicolons between quotes', ',', lines('nom,objet,montant', ...repeated('"a;b;c;d","e;f",3'))],
    ['commas between quotes', ';', lines('nom;objet', ...repeated('"a,b,c,d";"e,f,g,h"'))],
    ['newlines between quotes', ';', lines('nom;objet', ...repeated('"a\nb\nc";"d,\ne,\nf"'))],
    ['title lines', ';', lines('Subventions versées en 2022, ville de Toulouse', '', 'nom;date;montant', ...repeated('A;2022-01-01;12,5'))],
    ['title lines filled up', ';', lines('Titre;;', ';;', 'a;b;c', 'x;y;q')],
    ['ragged lines', ';', lines('a;b;c;d', ...repeated('1;2;3;4'), ...repeated('1;2', 8), ...repeated('1;2;3;4;;', 5))],
    ['a first line that lies', ';', lines('Liste, des, associations, 2022', ...repeated('1;2;3;4;5'))],
    ['one column', ',', lines('nom', 'Mairie', 'École')],
    ['one column of text with commas', ',', lines('objet', 'Buts, filets', 'Ballons', 'Achat', 'Don', 'Prêt', 'Aide')],
    ['an announced delimiter', '|', lines('sep=|', 'a|b', '1,5|2,5')],
    ['a quote that never closes', ';', lines('a;b;c', '1;"2;3', ...repeated('1;2;3'))],
  ])('%s', (_name, delimiter, text) => {
    expect(detect(text)).toEqual({ delimiter, quote: '"' })
    expect(detect(text.replaceAll('\n', '\r\n')).delimiter).toBe(delimiter)
    expect(detect(text.replaceAll('\n', '\r')).delimiter).toBe(delimiter)
  })

  test('the name of a .tsv counts where bytes leave it open', () => {
    const text = lines('a;b\tc;d', '1;2\t3;4')
    expect(detect(text).delimiter).toBe(';')
    expect(detect(text, {}, 'a.TSV').delimiter).toBe('\t')
  })

  test('a sample that cuts a line', () => {
    expect(detect(`${lines('a;b', ...repeated('1;2'))}3,4,"5`, {}, 'a.csv', false).delimiter).toBe(';')
  })

  test('the user decides', () => {
    expect(detect(lines('a;b', '1;2'), { delimiter: ',' })).toEqual({ delimiter: ',', quote: '"' })
    expect(detect(lines("a;'b'", "1;'2'"), { quote: '"' }).quote).toBe('"')
    expect(detect(lines('a;"b"', '1;"2"'), { quote: '' }).quote).toBe('')
    expect(detect(lines("a,'b;c'", "1,'2'"), { quote: "'" })).toEqual({ delimiter: ',', quote: "'" })
  })
})

describe('quotes', () => {
  test('apostrophes around cells', () => {
    expect(detect(lines("'nom';'objet'", ...repeated("'Mairie';'a;b'")))).toEqual({ delimiter: ';', quote: "'" })
    expect(detect(lines('nom,objet', ...repeated("Mairie,'a,b'")))).toEqual({ delimiter: ',', quote: "'" })
  })

  test.each([
    ['French apostrophes', lines('nom;objet', ...repeated("l'école;d'été"))],
    ['cells that begin with one', lines('nom;code', ...repeated("Mairie;'01000"))],
    ['apostrophes in a file with quotes', lines('"nom";"objet"', ...repeated('"Mairie";\'a\''))],
  ])('%s are no quotes', (_name, text) => {
    expect(detect(text)).toEqual({ delimiter: ';', quote: '"' })
  })

  test('escaped by a backslash', () => {
    const text = lines('nom;objet', ...repeated('a;"un \\"mot\\"; deux"'))
    expect(detect(text)).toEqual({ delimiter: ';', quote: '"', escaper: '\\' })
  })

  test.each([
    ['a path between quotes', lines('nom;chemin', ...repeated('"a";"C:\\dossier\\"'))],
    ['doubled quotes behind a backslash', lines('nom;chemin', ...repeated('"a";"C:\\""x"""'))],
  ])('%s is no escape', (_name, text) => {
    expect(detect(text)).toEqual({ delimiter: ';', quote: '"' })
  })
})

describe('spaces behind the delimiter, by the signs that Validata goes by', () => {
  test.each([
    ['everywhere', lines('a, b, c', ...repeated('1, 2, 3'))],
    ['in the first line', lines('', 'a, b, c', ...repeated('1,2,3'))],
    ['before every quoted cell', lines('a,b,c', ...repeated('1, "2, 3",4'))],
    ['everywhere, quotes too', lines('a, b, c', ...repeated('1, "2, 3", 4'))],
  ])('%s: not part of the cells', (_name, text) => {
    expect(detect(text)).toEqual({ delimiter: ',', quote: '"', skipSpaces: true })
  })
  test.each([
    ['here and there', lines('a,b,c', ...repeated('1,2, 3'))],
    ['everywhere but in the first line', lines('a,b,c', ...repeated('1, 2, 3'))],
    ['in the first line, and not before a quoted cell', lines('a, b, c', ...repeated('1,"2, 3",4'))],
  ])('%s: part of the cells', (_name, text) => {
    expect(detect(text)).toEqual({ delimiter: ',', quote: '"' })
  })
})
