import type { CsvColumn, CsvValue } from './french-csv.js'
import { frenchCsv } from './french-csv.js'

/** One detail row of a statement: a product consumed, or a share of a pool. Amounts are decimal strings. */
export interface StatementCsvRow {
  readonly groupingName: string
  /** `YYYY-MM`. */
  readonly period: string
  readonly memberName: string
  readonly finessSite: CsvValue
  readonly finessEntity: CsvValue
  readonly careUnit: CsvValue
  readonly mode: CsvValue
  readonly pool: string
  readonly account: CsvValue
  readonly ucd13: CsvValue
  readonly cip13: CsvValue
  readonly cis: CsvValue
  readonly product: CsvValue
  readonly inn: CsvValue
  readonly atc: CsvValue
  readonly unit: CsvValue
  readonly unitsDelivered: CsvValue
  readonly unitsReturned: CsvValue
  readonly unitsNet: CsvValue
  readonly meanUnitCost: CsvValue
  readonly amountExcludingVat: CsvValue
  readonly vatRate: CsvValue
  readonly vatAmount: CsvValue
  readonly amountIncludingVat: CsvValue
  readonly billedOnTop: boolean | undefined
  readonly narcotic: boolean | undefined
  readonly bloodDerived: boolean | undefined
  readonly deliveryNumber: CsvValue
  /** `YYYY-MM-DD`. */
  readonly deliveredOn: CsvValue
  readonly keyLabel: CsvValue
  readonly numerator: CsvValue
  readonly denominator: CsvValue
  readonly share: CsvValue
}

type Column = CsvColumn<StatementCsvRow>
type ValueKey = {
  [Key in keyof StatementCsvRow]: StatementCsvRow[Key] extends CsvValue ? Key : never
}[keyof StatementCsvRow]

const text = (header: string, key: ValueKey): Column => ({
  header,
  kind: 'text',
  value: (row) => row[key],
})
const decimal = (header: string, key: ValueKey): Column => ({
  header,
  kind: 'decimal',
  value: (row) => row[key],
})

/** The columns a contrôleur de gestion reads, in the order the accounting import expects. */
export const STATEMENT_COLUMNS: readonly Column[] = [
  text('groupement', 'groupingName'),
  text('periode', 'period'),
  text('membre', 'memberName'),
  text('finess_et', 'finessSite'),
  text('finess_ej', 'finessEntity'),
  text('uf', 'careUnit'),
  text('mode', 'mode'),
  text('poste', 'pool'),
  text('compte', 'account'),
  text('code_ucd', 'ucd13'),
  text('code_cip13', 'cip13'),
  text('cis', 'cis'),
  text('designation', 'product'),
  text('dci', 'inn'),
  text('atc', 'atc'),
  text('unite', 'unit'),
  decimal('qte_livree', 'unitsDelivered'),
  decimal('qte_retournee', 'unitsReturned'),
  decimal('qte_nette', 'unitsNet'),
  decimal('pump', 'meanUnitCost'),
  decimal('montant_ht', 'amountExcludingVat'),
  decimal('taux_tva', 'vatRate'),
  decimal('montant_tva', 'vatAmount'),
  decimal('montant_ttc', 'amountIncludingVat'),
  { header: 'en_sus', kind: 'flag', value: (row) => row.billedOnTop },
  { header: 'stup', kind: 'flag', value: (row) => row.narcotic },
  { header: 'mds', kind: 'flag', value: (row) => row.bloodDerived },
  text('bl', 'deliveryNumber'),
  { header: 'date_bl', kind: 'date', value: (row) => row.deliveredOn },
  text('cle', 'keyLabel'),
  decimal('numerateur', 'numerator'),
  decimal('denominateur', 'denominator'),
  decimal('quote_part', 'share'),
]

/** The detail of a statement as a French spreadsheet opens it. */
export const statementCsv = (rows: Iterable<StatementCsvRow>): Uint8Array =>
  frenchCsv(STATEMENT_COLUMNS, rows)
