import { z } from 'zod'
import { YearMonth } from '../../src/kernel/calendar.js'
import { type StatementCsvRow, statementCsv } from './statement-csv.js'

const Cell = z.string().nullish()

/** A row as it is stored with the document; what it does not have stays empty in the file. */
const Row = z.strictObject({
  groupingName: z.string(),
  period: YearMonth,
  memberName: z.string(),
  finessSite: Cell,
  finessEntity: Cell,
  pool: z.string(),
  account: Cell,
  ucd13: Cell,
  cip13: Cell,
  cis: Cell,
  product: Cell,
  inn: Cell,
  atc: Cell,
  unitsNet: Cell,
  meanUnitCost: Cell,
  amount: z.string(),
  narcotic: z.boolean().nullish(),
  bloodDerived: z.boolean().nullish(),
  keyLabel: Cell,
  numerator: Cell,
  denominator: Cell,
})

export const UsageStatementCsv = z.strictObject({ rows: z.array(Row) })

/**
 * The CSV of stored data. The same data gives the same bytes.
 * @throws ZodError when the data is not what the file holds
 */
export const renderStatementCsv = (data: unknown): Uint8Array =>
  statementCsv(UsageStatementCsv.parse(data).rows.map(toCsvRow))

const orEmpty = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined

const toCsvRow = (row: z.output<typeof Row>): StatementCsvRow => ({
  groupingName: row.groupingName,
  period: row.period,
  memberName: row.memberName,
  finessSite: orEmpty(row.finessSite),
  finessEntity: orEmpty(row.finessEntity),
  careUnit: undefined,
  mode: undefined,
  pool: row.pool,
  account: orEmpty(row.account),
  ucd13: orEmpty(row.ucd13),
  cip13: orEmpty(row.cip13),
  cis: orEmpty(row.cis),
  product: orEmpty(row.product),
  inn: orEmpty(row.inn),
  atc: orEmpty(row.atc),
  unit: row.unitsNet === undefined || row.unitsNet === null ? undefined : 'UCD',
  unitsDelivered: undefined,
  unitsReturned: undefined,
  unitsNet: orEmpty(row.unitsNet),
  meanUnitCost: orEmpty(row.meanUnitCost),
  amountExcludingVat: undefined,
  vatRate: undefined,
  vatAmount: undefined,
  amountIncludingVat: row.amount,
  billedOnTop: undefined,
  narcotic: orEmpty(row.narcotic),
  bloodDerived: orEmpty(row.bloodDerived),
  deliveryNumber: undefined,
  deliveredOn: undefined,
  keyLabel: orEmpty(row.keyLabel),
  numerator: orEmpty(row.numerator),
  denominator: orEmpty(row.denominator),
  share: row.numerator === undefined || row.numerator === null ? undefined : row.amount,
})
