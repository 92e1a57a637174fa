import { type BdpmSource, readRows } from './files.js'
import type { BdpmSupply } from './records.js'
import { type Findings, parseDay, SUPPLY_STATUS } from './values.js'

const FILE = 'CIS_CIP_Dispo_Spec'

/** What the agency says about availability: for one pack, or for every pack of a medicine. */
export interface SupplyNews {
  readonly byCip13: ReadonlyMap<string, BdpmSupply>
  readonly byCis: ReadonlyMap<string, BdpmSupply>
}

/** Reads CIS_CIP_Dispo_Spec: an empty CIP13 speaks of all packs; the latest start date wins. */
export function readSupply(source: BdpmSource, findings: Findings): SupplyNews {
  const byCip13 = new Map<string, BdpmSupply>()
  const byCis = new Map<string, BdpmSupply>()
  const rows = readRows(source, FILE)
  if (rows === undefined) findings.add('file-absent', { file: FILE }, FILE)
  for (const row of rows ?? []) {
    const [cis = '', cip13 = '', code = '', , start = ''] = row.cells
    const at = { file: FILE, row, code: cip13 === '' ? cis : cip13 } as const
    const status = SUPPLY_STATUS[code]
    const since = parseDay(start)
    if (!since.ok) findings.add('unreadable-value', at, start)
    if (status === undefined) findings.add('unknown-word', at, code)
    else {
      const news = { status, since: since.ok ? since.value : null }
      if (cip13 === '') keepLatest(byCis, cis, news)
      else keepLatest(byCip13, cip13, news)
    }
  }
  return { byCip13, byCis }
}

function keepLatest(known: Map<string, BdpmSupply>, key: string, news: BdpmSupply): void {
  const before = known.get(key)
  if (before === undefined || (news.since ?? '') > (before.since ?? '')) known.set(key, news)
}
