import { fc, test } from '@fast-check/vitest'
import { parse } from 'csv-parse/sync'
import { describe, expect } from 'vitest'
import type { CsvColumn } from './french-csv.js'
import { frenchCsv } from './french-csv.js'
import { STATEMENT_COLUMNS, statementCsv } from './statement-csv.js'

interface Row {
  readonly name?: string
  readonly amount?: string
  readonly day?: string
}

const columns: readonly CsvColumn<Row>[] = [
  { header: 'nom', kind: 'text', value: ({ name }) => name },
  { header: 'montant', kind: 'decimal', value: ({ amount }) => amount },
  { header: 'jour', kind: 'date', value: ({ day }) => day },
]
const csv = (...rows: Row[]) => Buffer.from(frenchCsv(columns, rows)).toString('utf8')

describe('a French CSV file', () => {
  test('starts with a byte order mark, separates with semicolons and ends lines with CRLF', () => {
    expect(csv({ name: 'Œillet', amount: '-1234.50', day: '2026-03-02' })).toBe(
      '\ufeffnom;montant;jour\r\nŒillet;-1234,50;02/03/2026\r\n',
    )
  })

  test('leaves an absent value empty', () => {
    expect(csv({}).split('\r\n')[1]).toBe(';;')
  })

  test.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\tx', '＝1'])(
    'never lets the text %j start a formula',
    (name) => {
      const [, cells] = parse(csv({ name }), { delimiter: ';', bom: true })
      expect(cells?.[0]).toBe(`'${name}`)
    },
  )

  test('keeps a negative amount a number', () => {
    expect(csv({ amount: '-0.05' })).toContain(';-0,05;')
  })

  test('refuses an amount that is not a plain decimal', () => {
    expect(() => csv({ amount: '1 234,50' })).toThrow(RangeError)
    expect(() => csv({ amount: '1e3' })).toThrow(RangeError)
    expect(() => csv({ day: '02/03/2026' })).toThrow(RangeError)
  })

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: fc.constantFrom("'", '=', '-', '"', ';', '\r', '\n', 'a'), minLength: 1 }),
  )

  test.prop([fc.array(texts, { minLength: 1, maxLength: 8 })])(
    'gives every text back, quotes and line ends included',
    (names) => {
      const file = csv(...names.map((name) => ({ name, amount: '1.00' })))
      const [, ...rows] = parse(file, { delimiter: ';', bom: true, record_delimiter: '\r\n' })
      expect(rows.map(([name]) => String(name).replace(/^'(?='*[=+\-@\t\r＋－＝＠])/, ''))).toEqual(
        names,
      )
    },
  )
})

test('a statement has the columns the accounting import expects', () => {
  const row = {
    groupingName: 'GCS',
    period: '2026-03',
    memberName: 'EHPAD Solemnes',
    finessSite: '990000121',
    finessEntity: undefined,
    careUnit: '4120',
    mode: 'dotation',
    pool: 'Produits de santé',
    account: '602',
    ucd13: undefined,
    cip13: '3400936381575',
    cis: '69767594',
    product: 'PARACETAMOL ARROW 1 g; comprimé',
    inn: 'paracétamol',
    atc: 'N02BE01',
    unit: 'comprimé',
    unitsDelivered: '240',
    unitsReturned: '0',
    unitsNet: '240',
    meanUnitCost: '0.031250',
    amountExcludingVat: '7.50',
    vatRate: undefined,
    vatAmount: undefined,
    amountIncludingVat: '7.50',
    billedOnTop: false,
    narcotic: false,
    bloodDerived: false,
    deliveryNumber: 'BL-2026-00418',
    deliveredOn: '2026-03-12',
    keyLabel: undefined,
    numerator: undefined,
    denominator: undefined,
    share: undefined,
  }
  const [head, line] = Buffer.from(statementCsv([row]))
    .toString('utf8')
    .slice(1)
    .split('\r\n')
  expect(head).toBe(
    'groupement;periode;membre;finess_et;finess_ej;uf;mode;poste;compte;code_ucd;code_cip13;cis;designation;dci;atc;unite;qte_livree;qte_retournee;qte_nette;pump;montant_ht;taux_tva;montant_tva;montant_ttc;en_sus;stup;mds;bl;date_bl;cle;numerateur;denominateur;quote_part',
  )
  expect(line).toBe(
    'GCS;2026-03;EHPAD Solemnes;990000121;;4120;dotation;Produits de santé;602;;3400936381575;69767594;"PARACETAMOL ARROW 1 g; comprimé";paracétamol;N02BE01;comprimé;240;0;240;0,031250;7,50;;;7,50;non;non;non;BL-2026-00418;12/03/2026;;;;',
  )
  expect(STATEMENT_COLUMNS).toHaveLength(33)
})
