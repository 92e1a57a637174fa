import { useElementSize } from '@mantine/hooks'
import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'
import { TEMPERATURE_LIMITS } from '../../../../src/kernel/temperature-limits.js'
import { useFormats } from '../../texts/formats.js'
import { isWithin } from '../temperature.js'
import classes from './temperature-curve.module.css'

interface Reading {
  readonly at: string
  readonly deci: number
}

interface Props {
  readonly temperatureClass: TemperatureClass
  readonly readings: readonly Reading[]
}

const HEIGHT = 220
const LEFT = 52
const RIGHT = 64
const TOP = 20
const BOTTOM = 28
const WIDTH_FIRST = 640
const AIR_DECI = 15
const LABEL_PX = 56
const CROSS = 5

/** Readings over time; what is allowed is a band, what is not is crossed and says its value. */
export function TemperatureCurve({ temperatureClass, readings }: Props) {
  const formats = useFormats()
  const { ref, width: measured } = useElementSize()
  const width = measured || WIDTH_FIRST
  const limits = TEMPERATURE_LIMITS[temperatureClass]
  const scale = scaleOf(readings, limits, width)
  const { x, y } = scale
  const points = readings.map(({ at, deci }) => `${x(at)},${y(deci)}`).join(' ')
  const degrees = (deci: number) => `${formats.decimal(deci / 10)}\u00a0°C`
  const bounds =
    limits === undefined ? [] : [limits.max, ...(limits.min === undefined ? [] : [limits.min])]
  return (
    <div ref={ref}>
      <svg
        className={classes['curve']}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="presentation"
        aria-hidden
      >
        {limits === undefined ? null : (
          <rect
            className={classes['band']}
            x={LEFT}
            width={width - LEFT - RIGHT}
            y={y(limits.max)}
            height={y(limits.min ?? scale.low) - y(limits.max)}
          />
        )}
        {bounds.map((deci) => (
          <g key={deci}>
            <line
              className={classes['limit']}
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(deci)}
              y2={y(deci)}
            />
            <text x={LEFT - 6} y={y(deci) + 4} textAnchor="end">
              {degrees(deci)}
            </text>
          </g>
        ))}
        <line
          className={classes['axis']}
          x1={LEFT}
          x2={width - RIGHT}
          y1={HEIGHT - BOTTOM}
          y2={HEIGHT - BOTTOM}
        />
        <polyline className={classes['line']} points={points} />
        {readings.map((reading) => (
          <Point
            key={`${reading.at} ${reading.deci}`}
            x={x(reading.at)}
            y={y(reading.deci)}
            isGood={isWithin(temperatureClass, reading.deci)}
            value={degrees(reading.deci)}
          />
        ))}
        <LastValue readings={readings} scale={scale} value={degrees} />
        {hoursShown(readings, x).map(({ at, left }) => (
          <text key={at} x={left} y={HEIGHT - 8} textAnchor="middle">
            {formats.time(at)}
          </text>
        ))}
      </svg>
    </div>
  )
}

interface Scale {
  readonly x: (at: string) => number
  readonly y: (deci: number) => number
  readonly low: number
}

function scaleOf(
  readings: readonly Reading[],
  limits: { readonly min?: number; readonly max: number } | undefined,
  width: number,
): Scale {
  const times = readings.map(({ at }) => Date.parse(at))
  const start = Math.min(...times)
  const span = Math.max(1, Math.max(...times) - start)
  const values = readings.map(({ deci }) => deci)
  const low = Math.min(...values, limits?.min ?? limits?.max ?? Infinity) - AIR_DECI
  const high = Math.max(...values, limits?.max ?? -Infinity) + AIR_DECI
  const inner = HEIGHT - TOP - BOTTOM
  return {
    low,
    x: (at) => LEFT + ((Date.parse(at) - start) / span) * (width - LEFT - RIGHT),
    y: (deci) => TOP + ((high - deci) / (high - low)) * inner,
  }
}

/** The times below the axis, as many as fit without touching. */
function hoursShown(readings: readonly Reading[], x: Scale['x']): { at: string; left: number }[] {
  let last = -Infinity
  return readings.flatMap(({ at }) => {
    const left = x(at)
    if (left - last < LABEL_PX) return []
    last = left
    return [{ at, left }]
  })
}

function Point({
  x,
  y,
  isGood,
  value,
}: {
  readonly x: number
  readonly y: number
  readonly isGood: boolean
  readonly value: string
}) {
  if (isGood) return <circle className={classes['in']} cx={x} cy={y} r={4} />
  return (
    <>
      <path
        className={classes['out']}
        d={`M${x - CROSS},${y - CROSS} l${2 * CROSS},${2 * CROSS} m0,${-2 * CROSS} l${-2 * CROSS},${2 * CROSS}`}
      />
      <text
        className={`${classes['value']} ${classes['outValue']}`}
        x={x}
        y={y - 10}
        textAnchor="middle"
      >
        {value}
      </text>
    </>
  )
}

function LastValue({
  readings,
  scale,
  value,
}: {
  readonly readings: readonly Reading[]
  readonly scale: Scale
  readonly value: (deci: number) => string
}) {
  const last = readings.at(-1)
  if (last === undefined) return null
  return (
    <text className={classes['value']} x={scale.x(last.at) + 10} y={scale.y(last.deci) + 4}>
      {value(last.deci)}
    </text>
  )
}
