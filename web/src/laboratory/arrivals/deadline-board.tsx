import type { ShipmentSummary } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Picture } from '../../ui/picture/picture.js'
import { useNow } from '../../ui/use-now.js'
import { useLabTexts } from '../lab-texts.js'
import classes from './board.module.css'
import { type DeadlineScale, deadlineScale } from './deadline-scale.js'
import { SOON_MINUTES } from './stages.js'
import { useArrivalsTexts } from './texts.js'

type Dated = ShipmentSummary & { readonly deadlineAt: string }
const isDated = (shipment: ShipmentSummary): shipment is Dated => shipment.deadlineAt !== null

/** Every deadline on one scale of time around now, late ones first. */
export function DeadlineBoard({ shipments }: { readonly shipments: readonly ShipmentSummary[] }) {
  const texts = useArrivalsTexts()
  const lab = useLabTexts()
  const formats = useFormats()
  const now = useNow()
  const dated = shipments.filter(isDated)
  const scale = deadlineScale(dated.map(({ deadlineAt }) => Date.parse(deadlineAt) - now))
  const instant = (at: string | null) => (at === null ? '–' : formats.dateTime(at))
  return (
    <Picture
      title={texts('board.title')}
      description={dated.length === 0 ? texts('board.none') : texts('board.description')}
      columns={[
        { header: lab('column.container') },
        { header: lab('column.site') },
        { header: lab('column.expected') },
        { header: lab('column.ideal') },
        { header: lab('column.maximum') },
        { header: texts('board.left'), isNumber: true },
      ]}
      rows={dated.map(({ number, establishment, expectedAt, idealAt, deadlineAt }) => {
        const left = Date.parse(deadlineAt) - now
        return [
          number,
          establishment.name,
          instant(expectedAt),
          instant(idealAt),
          instant(deadlineAt),
          `${left < 0 ? '−' : ''}${formats.duration(left)}`,
        ]
      })}
    >
      <div className={classes['board']}>
        {dated.map((shipment) => (
          <BoardRow key={shipment.id} shipment={shipment} scale={scale} now={now} />
        ))}
        <div className={classes['axis']}>
          {scale.ticks.map((tick) => (
            <span key={tick} style={{ left: `${scale.percent(tick)}%` }}>
              {tick === 0 ? texts('board.now') : `${tick < 0 ? '−' : '+'}${formats.duration(tick)}`}
            </span>
          ))}
        </div>
      </div>
      <Key />
    </Picture>
  )
}

interface RowProps {
  readonly shipment: Dated
  readonly scale: DeadlineScale
  readonly now: number
}

function BoardRow({ shipment, scale, now }: RowProps) {
  const { establishment, number, temperatureClass, deadlineAt } = shipment
  return (
    <div className={classes['row']}>
      <div className={classes['label']}>
        <StorageMark of={temperatureClass} compact />
        <span className={classes['site']}>{establishment.name}</span>
        <span className="nv-code">{number.slice(-5)}</span>
      </div>
      <Track shipment={shipment} scale={scale} now={now} />
      <div className={classes['left']}>
        <Countdown to={deadlineAt} warnMinutes={SOON_MINUTES} />
      </div>
    </div>
  )
}

function Track({ shipment, scale, now }: RowProps) {
  const { deadlineAt, idealAt, expectedAt } = shipment
  const left = Date.parse(deadlineAt) - now
  const idealLeft = Math.min(left, idealAt === null ? left : Date.parse(idealAt) - now)
  const expectedIn = expectedAt === null ? undefined : Date.parse(expectedAt) - now
  return (
    <div className={classes['track']}>
      {scale.ticks.map((tick) => (
        <span
          key={tick}
          className={`${classes['grid']} ${tick === 0 ? classes['now'] : ''}`}
          style={{ left: `${scale.percent(tick)}%` }}
        />
      ))}
      {left < 0 ? (
        <Bar kind="late" from={left} to={0} scale={scale} />
      ) : (
        <>
          {idealLeft > 0 ? <Bar kind="ideal" from={0} to={idealLeft} scale={scale} /> : null}
          {left > idealLeft ? (
            <Bar kind="maximum" from={Math.max(0, idealLeft)} to={left} scale={scale} />
          ) : null}
        </>
      )}
      {expectedIn !== undefined && !scale.isBeyond(expectedIn) ? (
        <span className={classes['expected']} style={{ left: `${scale.percent(expectedIn)}%` }}>
          ▼
        </span>
      ) : null}
      {scale.isBeyond(left) && left > 0 ? <span className={classes['beyond']}>▸</span> : null}
    </div>
  )
}

function Bar({
  kind,
  from,
  to,
  scale,
}: {
  readonly kind: 'ideal' | 'maximum' | 'late'
  readonly from: number
  readonly to: number
  readonly scale: DeadlineScale
}) {
  const left = scale.percent(from)
  return (
    <span
      className={`${classes['bar']} ${classes[kind]}`}
      style={{ left: `${left}%`, width: `${scale.percent(to) - left}%` }}
    />
  )
}

function Key() {
  const texts = useArrivalsTexts()
  return (
    <div className={classes['key']}>
      {(['ideal', 'maximum', 'late'] as const).map((kind) => (
        <span key={kind}>
          <span className={`${classes['swatch']} ${classes[kind]}`} />
          {texts(`board.key.${kind}`)}
        </span>
      ))}
      <span>▼ {texts('board.key.expected')}</span>
    </div>
  )
}
