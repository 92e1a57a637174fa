import { frAmount, frDecimal, frEuros, frShare } from '../../src/kernel/format-fr.js'
import { frDate, frDateTime, frMonth } from '../../src/kernel/format-fr-dates.js'
import { cents } from '../../src/kernel/money.js'
import { bars } from '../kit/bars.js'
import { paragraph, stack, twoLines } from '../kit/block.js'
import { ratioOf } from '../kit/data.js'
import { Flow } from '../kit/page.js'
import { factGrid, supersededNotice } from '../kit/parts.js'
import type { Template } from '../kit/render.js'
import type { Column } from '../kit/table.js'
import { table } from '../kit/table.js'
import { colour, mm, size } from '../kit/type.js'
import { consumptionTable } from './consumption.js'
import type { Correction, PoolShare, UsageStatement, VatLine } from './data.js'

const TITLE = 'Relevé de consommation'

export const usageStatement: Template<UsageStatement> = {
  paper: () => 'A4',
  meta: ({ number, groupingName, issuedAt }) => ({
    title: `${TITLE} ${number}`,
    author: groupingName,
    createdAt: issuedAt,
  }),
  draw(pages, statement) {
    const flow = new Flow(pages, {
      title: TITLE,
      number: statement.number,
      groupingName: statement.groupingName,
      foot: `émis le ${frDateTime(statement.issuedAt, statement.timeZone)}`,
    })
    supersededNotice(flow, statement)
    summary(flow, statement)
    picture(flow, statement)
    pools(flow, statement)
    corrections(flow, statement.corrections)
    vat(flow, statement.vatLines)
    closing(flow, statement)
    consumptionTable(flow, statement.consumption)
  },
}

/** « 183,62 € de moins (3,82 %) qu’en février 2026 »: the comparison a director asks for first. */
function comparison({ total, previous }: UsageStatement): string {
  if (!previous || previous.total <= 0n) return ''
  const change = total - previous.total
  const month = `qu’en ${frMonth(previous.period)}`
  if (change === 0n) return `, autant ${month}`
  const gap = cents(change < 0n ? -change : change)
  const direction = change < 0n ? 'moins' : 'plus'
  const share = frShare(gap, previous.total)
  return `, soit ${frEuros(gap)} de ${direction} (${share}) ${month}, où elle était de ${frEuros(previous.total)}`
}

/** A month of returns may end in the member's favour: then it is an « avoir », not a negative charge. */
function sentenceOf(statement: UsageStatement): string {
  const { member, period, total } = statement
  const month = `${member.name}\u00a0: en ${frMonth(period)}`
  if (total < 0n) return `${month}, le groupement vous doit ${frEuros(cents(-total))} (avoir).`
  return `${month}, votre part des charges du groupement s’élève à ${frEuros(total)}${comparison(statement)}.`
}

function summary(flow: Flow, statement: UsageStatement): void {
  const { member, period, total, disputeDeadline } = statement
  flow.place(paragraph(sentenceOf(statement), { points: 13 }))
  flow.space(mm(4))
  flow.place(
    stack([
      paragraph(total < 0n ? 'Avoir du mois' : 'Total du mois', {
        points: size.small + 0.5,
        colour: colour.muted,
      }),
      paragraph(frEuros(total), { points: 28, face: 'bold', colour: colour.accent }),
    ]),
  )
  flow.space(mm(3))
  const finess = member.finess ? `${member.name}\nFINESS ${member.finess}` : member.name
  const facts: [string, string][] = [
    ['Membre', finess],
    ['Période', frMonth(period)],
    ['Numéro', statement.number],
    ['Contestation possible jusqu’au', frDate(disputeDeadline)],
  ]
  flow.place(factGrid(facts, 4))
}

function picture(
  flow: Flow,
  { pools: list, corrections: corrected, vatLines }: UsageStatement,
): void {
  const extra = (label: string, rows: readonly { amount: bigint }[]) =>
    rows.length === 0
      ? []
      : [{ name: label, amount: cents(rows.reduce((sum, row) => sum + row.amount, 0n)) }]
  const shown = [...list, ...extra('Corrections', corrected), ...extra('TVA', vatLines)]
  const block = bars(
    shown.map(({ name, amount }) => ({
      label: name,
      // A picture only: a bar needs no exact cents.
      value: Number(amount),
      caption: frEuros(amount),
    })),
  )
  flow.section('Votre part par poste', mm(7) * shown.length)
  flow.place(block)
}

/** Read from left to right as the sum it is: measure, total, share, cost, amount. */
const POOL_COLUMNS: readonly Column<PoolShare>[] = [
  {
    header: 'Poste et clé de répartition',
    cell: ({ name, keyLabel }) =>
      stack([
        paragraph(name, { face: 'bold' }),
        paragraph(keyLabel, { points: size.small, colour: colour.muted }),
      ]),
  },
  {
    header: 'Votre mesure',
    width: 26,
    align: 'right',
    cell: (pool) => twoLines(frDecimal(pool.numerator), pool.unit),
  },
  {
    header: 'Total du groupement',
    width: 33,
    align: 'right',
    cell: (pool) => twoLines(frDecimal(pool.denominator), pool.unit),
  },
  {
    header: 'Quote-part',
    width: 20,
    align: 'right',
    cell: (pool) => frShare(...ratioOf(pool)),
  },
  {
    header: 'Coût du poste (€)',
    width: 29,
    align: 'right',
    cell: (pool) => frAmount(pool.poolTotal),
  },
  { header: 'Montant (€)', width: 24, align: 'right', cell: (pool) => frAmount(pool.amount) },
]

function pools(flow: Flow, { pools: list }: UsageStatement): void {
  const total = cents(list.reduce((sum, { amount }) => sum + amount, 0n))
  table(flow, POOL_COLUMNS, list, {
    title: 'Détail par poste',
    total: ['Total des postes', '', '', '', '', frAmount(total)],
  })
}

function corrections(flow: Flow, list: readonly Correction[]): void {
  if (list.length === 0) return
  const total = cents(list.reduce((sum, { amount }) => sum + amount, 0n))
  table<Correction>(
    flow,
    [
      { header: 'Mois d’origine', width: 28, cell: ({ originPeriod }) => frMonth(originPeriod) },
      { header: 'Document d’origine', width: 36, cell: ({ originDocument }) => originDocument },
      { header: 'Motif', cell: ({ reason }) => reason },
      { header: 'Montant (€)', width: 28, align: 'right', cell: ({ amount }) => frAmount(amount) },
    ],
    list,
    {
      title: 'Corrections de mois antérieurs',
      together: list.length <= 6,
      total: ['Total', '', '', frAmount(total)],
    },
  )
}

function vat(flow: Flow, list: readonly VatLine[]): void {
  if (list.length === 0) return
  table<VatLine>(
    flow,
    [
      { header: 'Taux de TVA', cell: ({ rate }) => `${frDecimal(rate)}\u00a0%` },
      { header: 'Base HT (€)', width: 40, align: 'right', cell: ({ base }) => frAmount(base) },
      { header: 'TVA (€)', width: 40, align: 'right', cell: ({ amount }) => frAmount(amount) },
    ],
    list,
    { title: 'TVA', together: true },
  )
}

function closing(flow: Flow, { legalMention, disputeDeadline, total }: UsageStatement): void {
  flow.space(mm(5))
  flow.place(
    stack(
      [
        paragraph(`Total du relevé\u00a0: ${frEuros(total)}`, {
          points: size.heading,
          face: 'bold',
        }),
        paragraph(
          `Vous pouvez contester ce relevé jusqu’au ${frDate(disputeDeadline)}, en indiquant son numéro et la ligne concernée. Sans contestation à cette date, il devient définitif.`,
        ),
        paragraph(legalMention, { points: size.small, colour: colour.muted }),
      ],
      mm(2),
    ),
  )
}
