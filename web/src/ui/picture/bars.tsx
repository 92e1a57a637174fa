import '@mantine/charts/styles.css'
import { BarChart, type BarChartProps } from '@mantine/charts'

type Props = Omit<BarChartProps, 'h'> & { readonly h?: number }

/** Columns or bars from zero, without motion, readable in grey. Load it lazily: charts are heavy. */
export function Bars({ h = 240, ...props }: Props) {
  return (
    <BarChart
      h={h}
      barProps={{ isAnimationActive: false, stroke: 'var(--nv-ink)', strokeWidth: 0.5 }}
      gridAxis="y"
      tickLine="none"
      {...props}
    />
  )
}
