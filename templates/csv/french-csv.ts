import { stringify } from 'csv-stringify/sync'

/** A cell; absent is empty, never « null ». */
export type CsvValue = string | undefined

/**
 * `text` is guarded against formulas, `decimal` is a plain decimal string (`"-12.50"`), `date` is
 * `YYYY-MM-DD`, `flag` becomes « oui » or « non ».
 */
export type CsvColumn<Row> =
  | {
      readonly header: string
      readonly kind: 'text' | 'decimal' | 'date'
      value(row: Row): CsvValue
    }
  | { readonly header: string; readonly kind: 'flag'; value(row: Row): boolean | undefined }

/**
 * What a spreadsheet would run instead of show (OWASP, CSV injection), full-width forms included; and
 * what looks guarded already, or a reader could not tell `'=1` from the guarded `=1`.
 */
const FORMULA = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/
const DECIMAL = /^-?\d+(\.\d+)?$/
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * csv-stringify has the same guard for a whole file, but there it also spoils `-12,50`, an amount
 * that the controller must be able to add up.
 */
const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

function decimal(value: string): string {
  if (!DECIMAL.test(value)) throw new RangeError(`Not a plain decimal: ${value}`)
  return value.replace('.', ',')
}

function date(value: string): string {
  if (!DATE.test(value)) throw new RangeError(`Not a day: ${value}`)
  return value.replace(DATE, '$3/$2/$1')
}

const WRITERS = { text: guarded, decimal, date }

function cellOf<Row>(column: CsvColumn<Row>, row: Row): string {
  if (column.kind === 'flag') {
    const flag = column.value(row)
    return flag === undefined ? '' : flag ? 'oui' : 'non'
  }
  const value = column.value(row)
  return value === undefined || value === '' ? '' : WRITERS[column.kind](value)
}

/**
 * A file that opens by double click in a French spreadsheet: `;`, decimal comma, JJ/MM/AAAA,
 * UTF-8 with its byte order mark, CRLF.
 * @throws RangeError when a value is not what its column says
 */
export function frenchCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
): Uint8Array {
  const lines = [columns.map(({ header }) => header)]
  for (const row of rows) lines.push(columns.map((column) => cellOf(column, row)))
  const text = stringify(lines, { delimiter: ';', record_delimiter: 'windows', bom: true })
  return Buffer.from(text, 'utf8')
}
