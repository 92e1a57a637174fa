import { frAmount, frDecimal, frEuros, frShare } from '../../src/kernel/format-fr.js'
import { frDate, frDateTime } from '../../src/kernel/format-fr-dates.js'
import type { Fluid } from '../kit/block.js'
import { paragraph, stack, twoLines } from '../kit/block.js'
import { ratioOf } from '../kit/data.js'
import { Flow } from '../kit/page.js'
import { supersededNotice } from '../kit/parts.js'
import type { Template } from '../kit/render.js'
import type { Column } from '../kit/table.js'
import { table } from '../kit/table.js'
import { colour, mm, size } from '../kit/type.js'
import type { CostSplit, Pool } from './data.js'

const TITLE = 'Tableau de répartition'
const PORTRAIT_MEMBERS_MAX = 3
const MEMBERS_PER_TABLE_MAX = 7

export const costSplit: Template<CostSplit> = {
  paper: ({ members }) => (members.length > PORTRAIT_MEMBERS_MAX ? 'A4-landscape' : 'A4'),
  meta: ({ number, groupingName, issuedAt }) => ({
    title: `${TITLE} ${number}`,
    author: groupingName,
    createdAt: issuedAt,
  }),
  draw(pages, split) {
    const flow = new Flow(pages, {
      title: TITLE,
      number: split.number,
      groupingName: split.groupingName,
      foot: `émis le ${frDateTime(split.issuedAt, split.timeZone)}`,
    })
    supersededNotice(flow, split)
    introduction(flow, split)
    for (const group of groupsOf(split.members.length)) amounts(flow, split, group)
    for (const group of groupsOf(split.members.length)) keys(flow, split, group)
    if (!split.legalMention) return
    flow.space(mm(4))
    flow.place(paragraph(split.legalMention, { points: size.small, colour: colour.muted }))
  },
}

function introduction(flow: Flow, split: CostSplit): void {
  const assembly = split.assemblyOn
    ? `, présentées à l’assemblée générale du ${frDate(split.assemblyOn)}`
    : ''
  const sentence = `Charges du groupement, ${split.periodLabel}${assembly}\u00a0: ${frEuros(split.total)} réparties entre ${split.members.length} membres.`
  flow.place(paragraph(sentence, { points: 13 }))
}

/** Members side by side as far as paper goes; the others in a further table, as evenly as possible. */
function groupsOf(members: number): number[][] {
  const count = Math.ceil(members / MEMBERS_PER_TABLE_MAX)
  const each = Math.ceil(members / count)
  const indexes = Array.from({ length: members }, (_, index) => index)
  return Array.from({ length: count }, (_, group) =>
    indexes.slice(group * each, (group + 1) * each),
  )
}

const label = (pool: Pool, detail: string): Fluid =>
  stack([
    paragraph(pool.name, { face: 'bold' }),
    paragraph(detail, { points: size.small, colour: colour.muted }),
  ])

function amounts(flow: Flow, split: CostSplit, group: readonly number[]): void {
  const definition: Column<Pool>[] = [
    { header: 'Poste', width: 52, cell: (pool) => paragraph(pool.name, { face: 'bold' }) },
    ...group.map(
      (member): Column<Pool> => ({
        header: split.members[member] ?? '',
        align: 'right',
        cell: ({ amounts: row }) => amountOf(row, member),
      }),
    ),
    {
      header: 'Total du poste',
      width: 28,
      align: 'right',
      cell: ({ total }) => paragraph(frAmount(total), { face: 'bold', align: 'right' }),
    },
  ]
  table(flow, definition, split.pools, {
    title: titleOf('Montants en euros', split, group),
    total: [
      'Total par membre',
      ...group.map((member) => amountOf(split.memberTotals, member)),
      frAmount(split.total),
    ],
  })
}

function amountOf(row: CostSplit['memberTotals'], member: number): string {
  const amount = row[member]
  return amount === undefined ? '' : frAmount(amount)
}

function keys(flow: Flow, split: CostSplit, group: readonly number[]): void {
  const definition: Column<Pool>[] = [
    {
      header: 'Poste et clé',
      width: 52,
      cell: (pool) => label(pool, [pool.keyLabel, pool.decision ?? ''].filter(Boolean).join('\n')),
    },
    ...group.map(
      (member): Column<Pool> => ({
        header: split.members[member] ?? '',
        align: 'right',
        cell: (pool) => measure(pool, pool.numerators[member] ?? '0'),
      }),
    ),
    {
      header: 'Total',
      width: 28,
      align: 'right',
      cell: ({ denominator, unit }) => twoLines(frDecimal(denominator), unit),
    },
  ]
  table(flow, definition, split.pools, {
    title: titleOf('Clés de répartition : mesures et quotes-parts', split, group),
  })
}

const titleOf = (title: string, { members }: CostSplit, group: readonly number[]): string =>
  group.length === members.length
    ? title
    : `${title} (membres ${(group[0] ?? 0) + 1} à ${(group.at(-1) ?? 0) + 1} sur ${members.length})`

const measure = ({ denominator }: Pool, numerator: string): Fluid =>
  twoLines(frDecimal(numerator), frShare(...ratioOf({ numerator, denominator })))
