// What each code stands for, in English.
import type { Rules } from '../ruleWords.js'
import { jsonRules } from './jsonRules.js'

export const rules: Rules = {
  ...jsonRules,
  'file/empty': { title: 'Empty file', help: 'The file contains nothing. Export it again from the software that the data come from.' },
  'file/not-a-table': {
    title: 'Not a table',
    help: 'Whatever its name, the file contains something other than a table. Export the table itself, as CSV UTF-8.',
  },
  'file/not-json': {
    title: 'File that is not JSON',
    help: 'The schema describes JSON documents, and the file is something else. Give the right file, or choose another schema.',
  },
  'file/json-syntax': {
    title: 'Badly written JSON',
    help: 'The file stops being JSON at some place: a comma, a quotation mark or a brace is missing, or there is one too many. Correct that place, or export the file again.',
  },
  'file/json-lines': {
    title: 'Several JSON documents in a row',
    help: 'The file holds several JSON documents without making a list of them. Put them in a list [ … ], separated by commas.',
  },
  'file/json-encoding': {
    title: 'JSON that is not UTF-8',
    help: 'JSON is written in UTF-8 and in nothing else. Save the file as UTF-8.',
  },
  'file/json-mark': {
    title: 'Invisible mark at the start',
    help: 'A JSON file must not begin with a mark (BOM). Save it as UTF-8 without BOM.',
  },
  'file/truncated': {
    title: 'Damaged file',
    help: 'The compressed file or the workbook is damaged: only its beginning could be read. Download it, compress it or save it again.',
  },
  'file/format': {
    title: 'Format that Validata does not read',
    help: 'The file is not what its name says, or its format is none of those that Validata and data.gouv.fr read. “scdl convert” makes a CSV of it.',
  },
  'file/encoding': {
    title: 'Encoding other than UTF-8',
    help: 'The file is read, but the standard is UTF-8. In the spreadsheet program, save it as “CSV UTF-8”.',
  },
  'file/unreadable-encoding': {
    title: 'Encoding that Validata cannot read',
    help: 'The file is written in an encoding that Validata and data.gouv.fr cannot read. In the spreadsheet program, save it as “CSV UTF-8”.',
  },
  'file/quoting': {
    title: 'Quotes that Validata does not understand',
    help: 'Cells must stand between straight double quotes ("), and a quote inside a cell must be doubled. “scdl convert” rewrites the file so.',
  },
  'file/title-rows': {
    title: 'Rows above the header',
    help: 'The first row of the file must be that of the column names. Delete the titles and the rows above it.',
  },
  'file/other-sheet': {
    title: 'Table on another sheet',
    help: 'Validata reads only the first sheet of a workbook. Put the sheet of the table first, or save it on its own.',
  },
  'file/no-header': {
    title: 'Header not found',
    help: 'None of the column names is that of a column of the schema. The header row is missing, or the schema is not the one for these data.',
  },
  'file/no-rows': { title: 'Table without rows', help: 'The file has only its header. Check that the export contains the data.' },
  'schema/unknown-type': {
    title: 'Unknown type in the schema',
    help: 'The schema gives a column a type that does not exist: its content is not checked. It is for the authors of the schema to correct it.',
  },
  'schema/unknown-format': {
    title: 'Unknown format in the schema',
    help: 'The schema gives a column a format that does not exist: it is not checked. It is for the authors of the schema to correct it.',
  },
  'schema/property': {
    title: 'Property not understood in the schema',
    help: 'The schema has a property that cannot be understood there: it is left aside. It is for the authors of the schema to correct it.',
  },
  'schema/misspelt-property': {
    title: 'Unknown property in the schema',
    help: 'The schema has an unknown property, probably misspelt: it is left aside. It is for the authors of the schema to correct it.',
  },
  'schema/unsupported-constraint': {
    title: 'Rule without effect in the schema',
    help: 'The schema gives a column a rule that its type does not have: it is left aside. It is for the authors of the schema to correct it.',
  },
  'schema/pattern': {
    title: 'Pattern not understood in the schema',
    help: 'The schema gives a faulty regular expression: it is not checked. It is for the authors of the schema to correct it.',
  },
  'schema/example': {
    title: 'Wrong example in the schema',
    help: 'The example that the schema gives for a column breaks its own rules. It is for the authors of the schema to correct it.',
  },
  'schema/key': {
    title: 'Key not understood in the schema',
    help: 'The schema gives a key that names an absent column or file: it is not checked. It is for the authors of the schema to correct it.',
  },
  'schema/unknown-check': {
    title: 'Unknown check in the schema',
    help: 'The schema asks for a check that scdl does not know: it is not made. It is for the authors of the schema to look at its name.',
  },
  'schema/check-parameter': {
    title: 'Check parameter not understood in the schema',
    help: 'The schema asks for a check with a parameter that cannot be understood: the check is not made. It is for the authors of the schema to correct it.',
  },
  'schema/form-only': {
    title: 'Only the form is checked',
    help: 'scdl checks that the value has the right form, not that it exists: it does not have the list.',
  },
  'header/missing-label': {
    title: 'Required column missing',
    help: 'The file lacks a column that the schema requires. Add it, or rename the one that stands for it, with exactly the name of the schema.',
  },
  'header/missing-column': {
    title: 'Optional column absent',
    help: 'The file lacks a column that the schema offers. This is no error; adding it, even empty, follows the schema more closely.',
  },
  'header/extra-column': {
    title: 'Column outside the schema',
    help: 'The schema does not know this column. It is kept, but its content is not checked; if it should be known, its name has to be corrected.',
  },
  'header/order': { title: 'Columns in another order', help: 'The columns are those of the schema, in another order. This is no error.' },
  'header/blank-label': {
    title: 'Column without a name',
    help: 'A column has no name in the header. Give it the name of the schema, or delete it if it is empty.',
  },
  'header/check-column': {
    title: 'Column missing for a check',
    help: 'Some columns go together, and the file has only part of them. Add the missing one, even empty.',
  },
  'header/phantom-columns': {
    title: 'Empty formatted columns',
    help: 'Empty cells keep a format after the last column: Validata sees columns without a name. Delete these columns as a whole in the spreadsheet program.',
  },
  'header/duplicate-label': {
    title: 'Duplicate column name',
    help: 'Several columns have the same name: the rows cannot be checked. Give each column its own.',
  },
  'row/blank': { title: 'Blank row', help: 'A blank row counts as an error. Delete it from the table.' },
  'row/phantom': {
    title: 'Empty formatted rows',
    help: 'Empty cells keep a format down to the end of the sheet: Validata sees blank rows. Delete these rows as a whole in the spreadsheet program.',
  },
  'row/extra-cell': {
    title: 'Extra cell',
    help: 'A row has more cells than the header. Often a text contains the separator of the file: put this text between double quotes, or export again from the spreadsheet program.',
  },
  'row/missing-cell': {
    title: 'Missing cell',
    help: 'A row stops before the last column. A line break may have cut it, or a separator is missing.',
  },
  'row/encoding': {
    title: 'Unreadable characters',
    help: 'The file mixes two encodings. Type these characters again, then save the whole in UTF-8.',
  },
  'row/stray-quote': { title: 'Stray quote', help: 'In a CSV, a double quote inside a text is written twice.' },
  'row/unclosed-quote': {
    title: 'Quote never closed',
    help: 'A double quote opens and does not close; it was read as text. Close it, or delete it.',
  },
  'row/control-character': {
    title: 'Invisible characters',
    help: 'A row contains invisible characters, which often come from copying and pasting. Type the text again to remove them.',
  },
  'row/primary-key': {
    title: 'Identifier empty or already taken',
    help: 'Each row must have its own identifier, in the column or columns that the schema names.',
  },
  'row/unique-key': { title: 'Duplicate row', help: 'Two rows have the same values in columns where the schema does not allow it.' },
  'row/foreign-key': {
    title: 'Reference to a value not found',
    help: 'A value must also exist in another column or another file, and is not there.',
  },
  'row/reversed-french-gps-coordinates': {
    title: 'Latitude and longitude reversed',
    help: 'The longitude comes before the latitude. Once the two are exchanged, the place is in France.',
  },
  'row/footnote': {
    title: 'Note under the table',
    help: 'A note would be read as one more piece of data. Delete this row before publishing.',
  },
  'cell/formula': {
    title: 'Text that looks like a formula',
    help: 'A spreadsheet that opens this CSV with a double click would run this text. It is kept as it is; import the column as “Text”.',
  },
  'row/total': { title: 'Total row', help: 'A total would be counted as one more piece of data. Delete this row before publishing.' },
  'cell/type': {
    title: 'Value written wrongly',
    help: 'The value is not of the type that the schema expects (number, date, yes or no…), or is not written as it asks.',
  },
  'cell/native-value': {
    title: 'Number or date instead of text',
    help: 'The workbook stores a number, a date, TRUE or FALSE where the schema wants text: Validata refuses the cell. Give the column the “Text” format and type the values again, or save as “CSV UTF-8”.',
  },
  'cell/native-display': {
    title: 'Value shown otherwise',
    help: 'The workbook shows something else than it holds, and Validata reads what is shown. Give the cells a format that shows the exact value: “yyyy-mm-dd” for a date.',
  },
  'cell/unique': { title: 'Value already used', help: 'In this column, each row must have a different value.' },
  'cell/expected': {
    title: 'Value other than the configuration asks for',
    help: 'The configuration of scdl says what this column must hold for this file, for example the number of the body that the folder is named after. Correct the value, or put the file in its place.',
  },
  'cell/required': { title: 'Empty cell, required', help: 'In this column, each row must have a value.' },
  'cell/minLength': { title: 'Value too short', help: 'The value has fewer characters, or items, than the schema asks for.' },
  'cell/maxLength': { title: 'Value too long', help: 'The value has more characters, or items, than the schema allows.' },
  'cell/minimum': { title: 'Value too small', help: 'The number or the date is before the limit that the schema gives.' },
  'cell/maximum': { title: 'Value too large', help: 'The number or the date is after the limit that the schema gives.' },
  'cell/exclusiveMinimum': {
    title: 'Value too small',
    help: 'The number or the date must be after the limit that the schema gives, and cannot equal it.',
  },
  'cell/exclusiveMaximum': {
    title: 'Value too large',
    help: 'The number or the date must be before the limit that the schema gives, and cannot equal it.',
  },
  'cell/pattern': {
    title: 'Unexpected form',
    help: 'The value does not have the form that the schema asks for: number of digits, letters, order of the date…',
  },
  'cell/enum': {
    title: 'Value outside the list',
    help: 'The schema allows only certain values, to be written exactly as it gives them: accents, capitals and spaces count.',
  },
  'cell/jsonSchema': { title: 'Unexpected JSON content', help: 'The JSON content of the cell is not what the schema provides for.' },
  'row/french-siret-value': {
    title: 'Wrong SIRET number',
    help: 'A SIRET number has 14 digits, the last of which checks the others. To find one: annuaire-entreprises.data.gouv.fr, from the name.',
  },
  'row/french-siren-value': {
    title: 'Wrong SIREN number',
    help: 'A SIREN number has 9 digits, the last of which checks the others. To find one: annuaire-entreprises.data.gouv.fr, from the name.',
  },
  'row/nomenclature-actes-value': {
    title: 'Act outside the classification',
    help: 'The value is written with one of the nine domains of the classification of acts, a slash without spaces, then the subject.',
  },
  'row/opening-hours-value': {
    title: 'Opening hours written wrongly',
    help: 'Opening hours are written as OpenStreetMap does, for example “Mo-Fr 09:00-12:00,14:00-18:00”.',
  },
  'row/phone-number-value': {
    title: 'Wrong telephone number',
    help: 'The value must be a French number of 10 digits, a short number, or a number that begins with + and the country code.',
  },
  'row/year-interval-value': {
    title: 'Period of years written wrongly',
    help: 'A period is written with two years separated by a slash, the earlier one first, for example “2023/2024”.',
  },
  'row/french-gps-coordinates': {
    title: 'Position outside France',
    help: 'The value must be a longitude, then a latitude, in degrees, of a place in France. Check their order, and that the decimals are whole.',
  },
  'row/code-commune-insee': {
    title: 'Wrong municipality code',
    help: 'The INSEE code of a municipality has 5 characters, the department first. It is not the postal code, and a spreadsheet may have removed a leading zero.',
  },
  'row/code-postal': { title: 'Wrong postal code', help: 'A postal code has 5 digits. A spreadsheet may have removed a leading zero.' },
  'row/code-departement': {
    title: 'Wrong department code',
    help: 'The code of a department is written for example “01”, “2A” or “974”. A spreadsheet may have removed a leading zero.',
  },
  'row/code-region': { title: 'Wrong region code', help: 'The code of a region has 2 digits, for example “76” for Occitanie.' },
  'row/commune': { title: 'Wrong municipality name', help: 'The name of a municipality is made of letters.' },
  'row/departement': {
    title: 'Wrong department name',
    help: 'The value must be the exact name of the department, with its capitals, accents and hyphens.',
  },
  'row/region': {
    title: 'Wrong region name',
    help: 'The value must be the exact name of the region, with its capitals, accents and hyphens.',
  },
  'row/code-pays-iso2': {
    title: 'Wrong country code',
    help: 'The value must be a country code of 2 capital letters (ISO 3166), for example “FR”.',
  },
  'row/code-pays-iso3': {
    title: 'Wrong country code',
    help: 'The value must be a country code of 3 capital letters (ISO 3166), for example “FRA”.',
  },
  'row/pays': {
    title: 'Wrong country name',
    help: 'The value must be the name of a country, as INSEE writes it in French in its geographic code.',
  },
  'row/code-fantoir': {
    title: 'Wrong FANTOIR code',
    help: 'The FANTOIR code of a street has 4 characters, then a capital letter, for example “ZB03A”.',
  },
  'row/code-rna': { title: 'Wrong RNA number', help: 'An RNA number is the capital letter W, then 9 digits.' },
  'row/id-rnb': {
    title: 'Wrong building identifier',
    help: 'The identifier of a building in the RNB has 12 digits or capital letters, without spaces or hyphens.',
  },
  'row/latitude-l93': {
    title: 'Wrong Lambert 93 latitude',
    help: 'The value must be a latitude in metres in the Lambert 93 projection, in metropolitan France.',
  },
  'row/longitude-l93': {
    title: 'Wrong Lambert 93 longitude',
    help: 'The value must be a longitude in metres in the Lambert 93 projection, in metropolitan France.',
  },
  'row/one-of-required': {
    title: 'Two empty cells instead of one',
    help: 'Of two columns that the schema names, at least one must be filled on each row.',
  },
  'row/cohesive-columns-value': {
    title: 'Columns to fill together',
    help: 'Some columns go together: on each row, they are all filled, or all empty.',
  },
  'row/compare-columns-value': {
    title: 'Two values that contradict each other',
    help: 'The schema asks that two columns follow each other or be equal on each row, for example an end after a start.',
  },
  'row/sum-columns-value': { title: 'Wrong sum', help: 'A column must be the sum of other columns, and is not on this row.' },
}
