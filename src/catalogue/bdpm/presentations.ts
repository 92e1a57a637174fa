import { Cip13 } from '../../kernel/codes.js'
import { type BdpmRow, type BdpmSource, readRows } from './files.js'
import type { BdpmPresentation } from './records.js'
import { readSupply, type SupplyNews } from './supply.js'
import { unitsPerPack } from './units-per-pack.js'
import {
  APPROVAL,
  type Findings,
  foldWords,
  type Parsed,
  PRESENTATION_STATE,
  parseDay,
  parsePrice,
  parseRate,
} from './values.js'

const FILE = 'CIS_CIP_bdpm'

/** 2,10 % for medicines approved for public institutions, 10 % for the others (CGI 281 octies, 278 quater). */
const VAT_APPROVED_BASIS_POINTS = 210
const VAT_OTHER_BASIS_POINTS = 1000

export const vatBasisPoints = (isApproved: boolean): number =>
  isApproved ? VAT_APPROVED_BASIS_POINTS : VAT_OTHER_BASIS_POINTS

/**
 * Every pack of CIS_CIP_bdpm whose medicine is known and whose code is right; the others are findings:
 * a wrong CIP13 would never match a scan, an orphan has no name to show.
 */
export function readPresentations(
  source: BdpmSource,
  knownCis: ReadonlySet<string>,
  findings: Findings,
): BdpmPresentation[] {
  const news = readSupply(source, findings)
  const presentations = new Map<string, BdpmPresentation>()
  for (const row of readRows(source, FILE) ?? []) {
    const [cis = '', , label = '', , , , cip13 = ''] = row.cells
    const at = { file: FILE, row, code: cip13 } as const
    if (!Cip13.safeParse(cip13).success) findings.add('invalid-code', at, label)
    else if (!knownCis.has(cis)) findings.add('orphan-presentation', at, cis)
    else if (presentations.has(cip13)) findings.add('duplicate', at, label)
    else presentations.set(cip13, toPresentation(row, news, findings))
  }
  return [...presentations.values()]
}

function toPresentation(row: BdpmRow, news: SupplyNews, findings: Findings): BdpmPresentation {
  const [cis = '', cip7 = '', label = '', , state = '', declaredOn = '', cip13 = ''] = row.cells
  const [, , , , , , , approval = '', rate = '', price = ''] = row.cells
  const at = { file: FILE, row, code: cip13 } as const
  const read = <T>(parse: (text: string) => Parsed<T | null>, text: string): T | null => {
    const result = parse(text)
    if (!result.ok) findings.add('unreadable-value', at, text)
    return result.ok ? result.value : null
  }
  const word = <T>(words: Readonly<Record<string, T>>, text: string, otherwise: T): T => {
    const meaning = words[foldWords(text)]
    if (meaning === undefined) findings.add('unknown-word', at, text)
    return meaning === undefined ? otherwise : meaning
  }
  const approved = word(APPROVAL, approval, null)
  return {
    cip13,
    cip7,
    cis,
    label: label.replace(/\s+/g, ' '),
    state: word(PRESENTATION_STATE, state, 'unknown'),
    declaredOn: read(parseDay, declaredOn),
    approvedForCollectivities: approved,
    vatBasisPoints: vatBasisPoints(approved === true),
    priceCents: read(parsePrice, price),
    reimbursementRate: read(parseRate, rate),
    unitsPerPack: unitsPerPack(label),
    supply: news.byCip13.get(cip13) ?? news.byCis.get(cis) ?? null,
  }
}
