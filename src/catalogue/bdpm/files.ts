import { DomainError } from '../../kernel/errors.js'
import { decodeText } from './decode.js'

const isCis = (text: string | undefined) => /^\d{8}$/.test(text ?? '')
const isAtc = (text: string | undefined) => /^[A-Z]\d{2}([A-Z]{1,2}(\d{2})?)?$/.test(text ?? '')

interface FileSpec {
  readonly columns: number
  readonly optional: boolean
  /** What a line must look like to belong to this file; catches swapped and foreign files. */
  readonly expected: string
  readonly accepts: (cells: readonly string[]) => boolean
}

/**
 * The seven files of the public medicines database and the columns each must have. Later columns
 * differ from year to year and are not read. Products without conditions would silently lose their
 * narcotic flag, so the first four files are required; the others did not exist in every year.
 */
export const BDPM_FILES = {
  CIS_bdpm: {
    columns: 11,
    optional: false,
    expected: 'an 8-digit CIS code, then 10 columns',
    accepts: ([cis, , , , status]) => isCis(cis) && /^\D/.test(status ?? ''),
  },
  CIS_CIP_bdpm: {
    columns: 8,
    optional: false,
    expected: 'an 8-digit CIS code in column 1 and 13 digits in column 7',
    accepts: ([cis, , , , , , cip13]) => isCis(cis) && /^\d{13}$/.test(cip13 ?? ''),
  },
  CIS_COMPO_bdpm: {
    columns: 7,
    optional: false,
    expected: 'an 8-digit CIS code in column 1 and SA, FT or ST in column 7',
    accepts: ([cis, , , , , , nature]) => isCis(cis) && /^(SA|FT|ST)$/.test(nature ?? ''),
  },
  CIS_CPD_bdpm: {
    columns: 2,
    optional: false,
    expected: 'an 8-digit CIS code, then a condition in words',
    accepts: ([cis, condition]) => isCis(cis) && !isAtc(condition) && condition !== '',
  },
  CIS_GENER_bdpm: {
    columns: 4,
    optional: true,
    expected: 'a group number, its label, an 8-digit CIS code, a one-digit type',
    accepts: ([group, , cis, type]) =>
      /^\d+$/.test(group ?? '') && isCis(cis) && /^\d$/.test(type ?? ''),
  },
  CIS_CIP_Dispo_Spec: {
    columns: 6,
    optional: true,
    expected: 'an 8-digit CIS code, 13 digits or nothing, a one-digit status',
    accepts: ([cis, cip13, status]) =>
      isCis(cis) && /^(\d{13})?$/.test(cip13 ?? '') && /^\d$/.test(status ?? ''),
  },
  CIS_MITM: {
    columns: 2,
    optional: true,
    expected: 'an 8-digit CIS code, then an ATC code',
    accepts: ([cis, atc]) => isCis(cis) && isAtc(atc),
  },
} as const satisfies Record<string, FileSpec>

export type BdpmFile = keyof typeof BDPM_FILES

/** One line: its cells, trimmed, and where it stands. */
export interface BdpmRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** File name → bytes, as uploaded or as found in a folder. */
export type BdpmSource = ReadonlyMap<string, Uint8Array>

/** `cis_cip_bdpm.TXT.gz` → `CIS_CIP_bdpm`; nothing for a file that is not one of the seven. */
export function bdpmFileOf(fileName: string): BdpmFile | undefined {
  const stem = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.txt(\.gz)?$/i, '')
    .toLowerCase()
  return FILE_NAMES.find((file) => file.toLowerCase() === stem)
}

const FILE_NAMES = Object.keys(BDPM_FILES).filter((name): name is BdpmFile => name in BDPM_FILES)

/**
 * The lines of one file, blank lines skipped; nothing when an optional file is absent.
 * @throws DomainError `import-unreadable` naming the file, the line and what was expected
 */
export function readRows(source: BdpmSource, file: BdpmFile): readonly BdpmRow[] | undefined {
  const spec: FileSpec = BDPM_FILES[file]
  const entry = [...source].find(([name]) => bdpmFileOf(name) === file)
  if (entry === undefined) {
    if (spec.optional) return undefined
    throw new DomainError('import-unreadable', `${file} is missing`, {
      file,
      expected: spec.expected,
    })
  }
  const rows = splitLines(file, decodeText(entry[0], entry[1]))
  if (rows.length === 0 && !spec.optional) throw unreadable(file, 1, spec.expected)
  return rows
}

function splitLines(file: BdpmFile, text: string): BdpmRow[] {
  const spec: FileSpec = BDPM_FILES[file]
  const rows: BdpmRow[] = []
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (content.trim() === '') continue
    const cells = content.split('\t').map((cell) => cell.trim())
    if (cells.length < spec.columns || !spec.accepts(cells)) {
      throw unreadable(file, index + 1, spec.expected)
    }
    rows.push({ line: index + 1, cells })
  }
  return rows
}

function unreadable(file: BdpmFile, line: number, expected: string): DomainError {
  return new DomainError('import-unreadable', `${file}, line ${line}: expected ${expected}`, {
    file,
    line,
    expected,
  })
}
