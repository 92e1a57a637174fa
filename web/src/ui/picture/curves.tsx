import '@mantine/charts/styles.css'
import { LineChart, type LineChartProps } from '@mantine/charts'

type Props = Omit<LineChartProps, 'h'> & { readonly h?: number }

/** Curves without motion, limits as reference lines. Load it lazily: charts are heavy. */
export function Curves({ h = 240, ...props }: Props) {
  return (
    <LineChart
      h={h}
      lineProps={{ isAnimationActive: false }}
      gridAxis="y"
      tickLine="none"
      {...props}
    />
  )
}
