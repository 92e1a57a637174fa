import { useFormats } from '../../texts/formats.js'
import { Bars } from '../../ui/picture/lazy-charts.js'
import { Picture } from '../../ui/picture/picture.js'
import { centsOf, decimalOf, heightOf } from './amounts.js'
import type { StatementDetail } from './statement-queries.js'
import { useStatementTexts } from './texts/index.js'

interface Props {
  readonly month: string
  readonly figures: StatementDetail
  readonly before: { readonly month: string; readonly figures: StatementDetail } | undefined
}

const amountIn = (figures: StatementDetail | undefined, pool: string): string =>
  decimalOf(
    (figures?.pools ?? [])
      .filter(({ name }) => name === pool)
      .reduce((sum, { amount }) => sum + centsOf(amount), 0n),
  )

/** What is owed by pool, beside the month before. */
export function PoolPicture({ month, figures, before }: Props) {
  const t = useStatementTexts()
  const formats = useFormats()
  const pools = [
    ...new Set([...figures.pools, ...(before?.figures.pools ?? [])].map(({ name }) => name)),
  ]
  const series = [
    ...(before
      ? [{ name: formats.month(before.month), color: 'var(--nv-ambient)', of: before.figures }]
      : []),
    { name: formats.month(month), color: 'var(--nv-accent)', of: figures },
  ]
  return (
    <Picture
      level={3}
      title={t('picture.byPool')}
      description={t('picture.says', { month: formats.month(month) })}
      columns={[
        { header: t('picture.pool') },
        ...series.map(({ name }) => ({ header: name, isNumber: true })),
      ]}
      rows={pools.map((pool) => [
        pool,
        ...series.map(({ of }) => formats.euros(amountIn(of, pool))),
      ])}
    >
      <Bars
        h={Math.max(160, pools.length * 64 + 60)}
        orientation="vertical"
        gridAxis="x"
        data={pools.map((pool) => ({
          pool,
          ...Object.fromEntries(series.map(({ name, of }) => [name, heightOf(amountIn(of, pool))])),
        }))}
        dataKey="pool"
        series={series.map(({ name, color }) => ({ name, color }))}
        valueFormatter={(value) => `${formats.number(value)}\u00a0€`}
        yAxisProps={{ width: 130 }}
        withLegend
        maxBarWidth={22}
      />
    </Picture>
  )
}
