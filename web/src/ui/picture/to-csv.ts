/** Text that a spreadsheet would run as a formula is written as text. */
const isFormula = (cell: string): boolean =>
  /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d\s.,]+[€%]?$/.test(cell)

const quoted = (cell: string): string => {
  // A typographic minus is not a number to a spreadsheet.
  const plain = cell.replaceAll(/[\u202f\u00a0]/g, ' ').replaceAll(/\u2212(?=\d)/g, '-')
  return `"${(isFormula(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`
}

/** A file French spreadsheets open as columns: UTF-8 with its mark, semicolons, CRLF. */
export function toCsv(rows: readonly (readonly string[])[]): Blob {
  const lines = rows.map((row) => row.map(quoted).join(';'))
  return new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' })
}
