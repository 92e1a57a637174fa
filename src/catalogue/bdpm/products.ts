import { presumedStorage } from './cold-chain.js'
import type { BdpmRow, BdpmSource } from './files.js'
import { readRows } from './files.js'
import type { BdpmProduct } from './records.js'
import { strengthIn } from './strength.js'
import { type Findings, foldWords, PRODUCT_STATUS, parseDay, splitList } from './values.js'

interface Facts {
  readonly conditions: ReadonlyMap<string, readonly string[]>
  readonly substances: ReadonlyMap<string, Substances>
  readonly atc: ReadonlyMap<string, string>
  readonly genericGroup: ReadonlyMap<string, string>
}

interface Substances {
  readonly inn: readonly string[]
  readonly moieties: readonly string[]
}

const NO_SUBSTANCES: Substances = { inn: [], moieties: [] }

/** Every medicine of CIS_bdpm with what the other files say about it. */
export function readProducts(source: BdpmSource, findings: Findings): BdpmProduct[] {
  const facts: Facts = {
    conditions: readConditions(source),
    substances: readSubstances(source),
    atc: readFirst(source, 'CIS_MITM', { key: 0, value: 1 }, findings),
    genericGroup: readFirst(source, 'CIS_GENER_bdpm', { key: 2, value: 0 }, findings),
  }
  const products = new Map<string, BdpmProduct>()
  for (const row of readRows(source, 'CIS_bdpm') ?? []) {
    const product = toProduct(row, facts, findings)
    if (products.has(product.cis)) {
      findings.add('duplicate', { file: 'CIS_bdpm', row, code: product.cis }, product.denomination)
    } else products.set(product.cis, product)
  }
  return [...products.values()]
}

function toProduct(row: BdpmRow, facts: Facts, findings: Findings): BdpmProduct {
  const [cis = '', name = '', form = '', routes = '', status = '', , trade = ''] = row.cells
  const [, , , , , , , authorisedOn = '', , , holders = ''] = row.cells
  const at = { file: 'CIS_bdpm', row, code: cis } as const
  const day = parseDay(authorisedOn)
  if (!day.ok) findings.add('unreadable-value', at, authorisedOn)
  const knownStatus = PRODUCT_STATUS[foldWords(status)]
  if (knownStatus === undefined) findings.add('unknown-word', at, status)
  const conditions = facts.conditions.get(cis) ?? []
  const atc = facts.atc.get(cis) ?? null
  return {
    cis,
    denomination: name.replace(/\s+/g, ' '),
    form,
    routes: splitList(routes),
    holders: splitList(holders),
    status: knownStatus ?? 'unknown',
    marketed: foldWords(trade) === 'commercialisee',
    authorisedOn: day.ok ? day.value : null,
    atc,
    ...(facts.substances.get(cis) ?? NO_SUBSTANCES),
    strength: strengthIn(name),
    genericGroup: facts.genericGroup.get(cis) ?? null,
    isNarcotic: conditions.some(isNarcoticCondition),
    isHospitalOnly: conditions.some(isHospitalReserve),
    prescriptionConditions: conditions,
    storageClass: presumedStorage(atc, form),
  }
}

/**
 * Only the condition « stupéfiants » itself: « ordonnance sécurisée » also covers medicines that
 * follow part of the narcotics rules (tramadol, midazolam) and have no register line.
 */
export const isNarcoticCondition = (condition: string): boolean =>
  foldWords(condition) === 'stupefiants'

/** « Réservé à l'usage hospitalier » (CSP R.5121-83); « prescription hospitalière » is another regime. */
const isHospitalReserve = (condition: string): boolean =>
  foldWords(condition) === "reserve a l'usage hospitalier"

function readConditions(source: BdpmSource): Map<string, string[]> {
  const byCis = new Map<string, string[]>()
  for (const { cells } of readRows(source, 'CIS_CPD_bdpm') ?? []) {
    const [cis = '', condition = ''] = cells
    const known = listOf(byCis, cis)
    if (!known.includes(condition)) known.push(condition)
  }
  for (const conditions of byCis.values()) conditions.sort()
  return byCis
}

/** Sorted by link number, so that the file's own order (by code) does not decide. */
function readSubstances(source: BdpmSource): Map<string, Substances> {
  const byCis = new Map<string, { nature: string; name: string; link: number }[]>()
  for (const { cells } of readRows(source, 'CIS_COMPO_bdpm') ?? []) {
    const [cis = '', , , name = '', , , nature = '', link = ''] = cells
    listOf(byCis, cis).push({ nature, name, link: Number.parseInt(link, 10) || 0 })
  }
  const substances = new Map<string, Substances>()
  for (const [cis, all] of byCis) {
    all.sort((a, b) => a.link - b.link)
    const named = (isActive: boolean) => [
      ...new Set(all.filter((one) => (one.nature === 'SA') === isActive).map((one) => one.name)),
    ]
    substances.set(cis, { inn: named(true), moieties: named(false) })
  }
  return substances
}

function readFirst(
  source: BdpmSource,
  file: 'CIS_MITM' | 'CIS_GENER_bdpm',
  column: { readonly key: number; readonly value: number },
  findings: Findings,
): Map<string, string> {
  const rows = readRows(source, file)
  if (rows === undefined) findings.add('file-absent', { file }, file)
  const values = new Map<string, string>()
  for (const { cells } of rows ?? []) {
    const [key = '', value = ''] = [cells[column.key], cells[column.value]]
    if (!values.has(key)) values.set(key, value)
  }
  return values
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const fresh: T[] = []
  lists.set(key, fresh)
  return fresh
}
