import { Text } from '@mantine/core'
import { useMemo } from 'react'
import type { RunStopView } from '../../../src/courier/run-schema.js'
import { useFormats } from '../texts/formats.js'
import { useVocabulary } from '../texts/vocabulary.js'
import { toneOf } from '../ui/marks/tone.js'
import { Picture } from '../ui/picture/picture.js'
import { drawMap, type MapPoint, type RunMapDrawing } from './map-points.js'
import classes from './runs.module.css'
import { useRunTexts } from './texts.js'

const RADIUS = 13
const SCALES_KM = [20, 10, 5, 2, 1, 0.5] as const
const SCALE_MAX_PX = 120

/** Where the van goes: places and order, without streets and without asking anybody outside. */
export function RunMap({ stops }: { readonly stops: readonly RunStopView[] }) {
  const t = useRunTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const drawing = useMemo(() => drawMap(stops), [stops])
  const { points, path, missing, width, height, pixelsPerKm } = drawing
  const coordinate = (value: number | null) => (value === null ? '–' : formats.decimal(value, 4))
  return (
    <Picture
      title={t('map.title')}
      description={t(pixelsPerKm === undefined ? 'map.descriptionOrder' : 'map.description')}
      columns={[
        { header: t('columns.stop') },
        { header: t('columns.place') },
        { header: t('columns.state') },
        { header: t('columns.latitude'), isNumber: true },
        { header: t('columns.longitude'), isNumber: true },
      ]}
      rows={stops.map((stop) => [
        String(stop.position),
        stop.establishmentName,
        words.word('stopState', stop.state),
        coordinate(stop.latitude),
        coordinate(stop.longitude),
      ])}
    >
      <svg className={classes['map']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <rect
          className={classes['ground']}
          width={width - 1}
          height={height - 1}
          x={0.5}
          y={0.5}
          rx={6}
        />
        <polyline
          className={classes['way']}
          points={path.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
        {points.map((point) => (
          <Place key={point.stops.map(({ id }) => id).join()} point={point} />
        ))}
        <Scale drawing={drawing} />
      </svg>
      {missing.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('map.missing', { names: missing.map(({ shortName }) => shortName).join(', ') })}
        </Text>
      ) : null}
    </Picture>
  )
}

function Place({ point }: { readonly point: MapPoint }) {
  const { x, y, stops, side } = point
  const [first] = stops
  const number = stops.map(({ position }) => position).join('·')
  const tone = toneOf(first?.state ?? '')
  const isLeft = side === 'left'
  const wide = RADIUS + (stops.length - 1) * 8
  return (
    <g className={classes[tone === 'stop' ? 'stopTone' : tone]}>
      <rect
        className={classes['place']}
        x={x - wide}
        y={y - RADIUS}
        width={wide * 2}
        height={RADIUS * 2}
        rx={RADIUS}
      />
      <text className={classes['placeNumber']} x={x} y={y}>
        {number}
      </text>
      <text
        className={classes['placeName']}
        x={isLeft ? x - wide - 6 : x + wide + 6}
        y={y + 4}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {[...new Set(stops.map(({ shortName }) => shortName))].join(', ')}
      </text>
    </g>
  )
}

function Scale({ drawing }: { readonly drawing: RunMapDrawing }) {
  const t = useRunTexts()
  const formats = useFormats()
  const { pixelsPerKm, width, height } = drawing
  if (pixelsPerKm === undefined) return null
  const km = SCALES_KM.find((each) => each * pixelsPerKm <= SCALE_MAX_PX) ?? 0.5
  const y = height - 14
  return (
    <g>
      <line className={classes['scale']} x1={12} x2={12 + km * pixelsPerKm} y1={y} y2={y} />
      <text className={classes['scaleText']} x={12} y={y - 6}>
        {t('map.km', { n: formats.decimal(km) })}
      </text>
      <text className={classes['scaleText']} x={width - 22} y={22}>
        {t('map.north')} ↑
      </text>
    </g>
  )
}
