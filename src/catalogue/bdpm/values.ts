import { CalendarDate } from '../../kernel/calendar.js'
import { type Cents, cents } from '../../kernel/money.js'
import type { BdpmFile, BdpmRow } from './files.js'
import type {
  BdpmFinding,
  FindingKind,
  PresentationState,
  ProductStatus,
  SupplyStatus,
} from './records.js'

/** Collects what was not taken as it stood while one file is read. */
export class Findings {
  readonly all: BdpmFinding[] = []

  add(
    kind: FindingKind,
    at: { file: BdpmFile; row?: BdpmRow; code?: string },
    value: string,
  ): void {
    this.all.push({ kind, file: at.file, line: at.row?.line ?? null, code: at.code ?? null, value })
  }
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false }
const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value })
const refused = { ok: false } as const

/**
 * `1,466,29` → 146629n cents: the comma separates both thousands and decimals in these files.
 * Empty is null, never zero: the price is free or unpublished.
 */
export function parsePrice(text: string): Parsed<Cents | null> {
  if (text === '') return parsed(null)
  if (!/^(\d{1,3}(,\d{3})+|\d+),\d{2}$/.test(text)) return refused
  return parsed(cents(BigInt(text.replaceAll(',', ''))))
}

/** `65%` and `65 %` → 65. Empty is null: not reimbursed. */
export function parseRate(text: string): Parsed<number | null> {
  if (text === '') return parsed(null)
  const percent = /^(\d{1,3})\s?%$/.exec(text)?.[1]
  return percent === undefined || Number(percent) > 100 ? refused : parsed(Number(percent))
}

/** `16/03/2011` → `2011-03-16`. */
export function parseDay(text: string): Parsed<CalendarDate | null> {
  if (text === '') return parsed(null)
  const known = days.get(text)
  if (known !== undefined) return known
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  const checked = CalendarDate.safeParse(`${year}-${month}-${day}`)
  const result = checked.success ? parsed(checked.data) : refused
  days.set(text, result)
  return result
}
// A few thousand distinct dates serve every line: checking each once halves the reading time.
const days = new Map<string, Parsed<CalendarDate>>()

/** Compares the publisher's words whatever their case and accents. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

export const splitList = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '')

export const PRODUCT_STATUS: Readonly<Record<string, ProductStatus>> = {
  'autorisation active': 'active',
  'autorisation abrogee': 'repealed',
  'autorisation archivee': 'archived',
  'autorisation retiree': 'withdrawn',
  'autorisation suspendue': 'suspended',
}

export const PRESENTATION_STATE: Readonly<Record<string, PresentationState>> = {
  'declaration de commercialisation': 'marketed',
  'declaration de suspension de commercialisation': 'suspended',
  "declaration d'arret de commercialisation": 'discontinued',
  "arret de commercialisation (le medicament n'a plus d'autorisation)": 'unlicensed',
}

export const SUPPLY_STATUS: Readonly<Record<string, SupplyStatus>> = {
  '1': 'shortage',
  '2': 'tension',
  '3': 'discontinued',
  '4': 'available-again',
}

export const APPROVAL: Readonly<Record<string, boolean | null>> = {
  oui: true,
  non: false,
  inconnu: null,
  '': null,
}
