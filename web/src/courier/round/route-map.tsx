import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Picture } from '../../ui/picture/picture.js'
import { isOpen } from '../offline/at-stop.js'
import { expectedAt } from '../offline/expected-at-hub.js'
import type { LocalRun } from '../offline/local-run.js'
import { shapeOf } from '../offline/route-shape.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import classes from './round.module.css'

const FRAME = { width: 340, height: 240, margin: 44 }
const RADIUS = 15
const LABEL_GAP = 32
/** A name of this half-width would leave the picture. */
const LABEL_HALF = 80

const anchorOf = (x: number): 'start' | 'middle' | 'end' =>
  x < LABEL_HALF ? 'start' : x > FRAME.width - LABEL_HALF ? 'end' : 'middle'
const labelX = (x: number): number =>
  ({ start: x - RADIUS, middle: x, end: x + RADIUS })[anchorOf(x)]

/** How the stops lie beside one another, in the order driven: drawn from their positions, without a map. */
export function RouteMap({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const places = shapeOf(run.stops, FRAME)
  if (places.length === 0) return null
  const rows = run.stops.map((stop) => [
    String(stop.position),
    stop.shortName,
    formats.time(stop.plannedAt),
    formats.time(expectedAt(run, stop.plannedAt)),
    stop.arrivedAt === null ? '–' : formats.time(stop.arrivedAt),
    words.word('stopState', stop.state),
  ])
  const columns = [
    { header: texts('round.stop'), isNumber: true },
    { header: texts('round.place') },
    { header: texts('round.plannedHead'), isNumber: true },
    { header: texts('round.expectedHead'), isNumber: true },
    { header: texts('round.actualHead'), isNumber: true },
    { header: texts('round.stateHead') },
  ]
  return (
    <Picture
      title={texts('round.map')}
      description={texts('round.mapSentence')}
      columns={columns}
      rows={rows}
    >
      <svg viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} className={classes['map']} aria-hidden>
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {places.map(({ of, x, y }) => (
          <g key={of.id}>
            <circle cx={x} cy={y} r={RADIUS} data-done={!isOpen(of) || undefined} />
            <text x={x} y={y + 5} data-in data-on-done={!isOpen(of) || undefined}>
              {of.position}
            </text>
            <text x={labelX(x)} y={y + LABEL_GAP} textAnchor={anchorOf(x)}>
              {of.shortName}
            </text>
          </g>
        ))}
      </svg>
    </Picture>
  )
}
