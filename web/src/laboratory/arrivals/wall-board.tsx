import { ActionIcon } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { ShipmentSummary } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { useUiTexts } from '../../ui/texts.js'
import { useNow } from '../../ui/use-now.js'
import { useLabTexts } from '../lab-texts.js'
import { isLate, isSoon, SOON_MINUTES, stageOf } from './stages.js'
import { useArrivalsTexts } from './texts.js'
import classes from './wall.module.css'

interface Props {
  readonly shipments: readonly ShipmentSummary[]
  readonly onLeave: () => void
}

/** As many as are read at a glance from across the room. */
const ROWS_MAX = 10

/** The arrivals on a screen on the wall: nothing to click, everything to read from afar. */
export function WallBoard({ shipments, onLeave }: Props) {
  const texts = useArrivalsTexts()
  const formats = useFormats()
  const now = useNow()
  useHotkeys([['Escape', onLeave]])
  useEffect(() => {
    document.title = `${texts('wallTitle')} · Navette`
  }, [texts])
  const shown = shipments.slice(0, ROWS_MAX)
  const rest = shipments.length - shown.length
  return (
    <div className={classes['wall']}>
      <header className={classes['head']}>
        <h1>{texts('wallTitle')}</h1>
        <time className={classes['clock']} dateTime={new Date(now).toISOString()}>
          {formats.time(now)}
        </time>
        <ActionIcon variant="default" size={44} onClick={onLeave} aria-label={texts('leaveWall')}>
          <IconX aria-hidden />
        </ActionIcon>
      </header>
      <WallCounts shipments={shipments} />
      {shipments.length === 0 ? (
        <p className={classes['empty']}>{texts('wallEmpty')}</p>
      ) : (
        <ol className={classes['rows']}>
          {shown.map((shipment) => (
            <WallRow key={shipment.id} shipment={shipment} />
          ))}
        </ol>
      )}
      {rest > 0 ? <p className={classes['small']}>{texts('wallMore', { count: rest })}</p> : null}
    </div>
  )
}

function WallCounts({ shipments }: Pick<Props, 'shipments'>) {
  const texts = useArrivalsTexts()
  const now = useNow()
  const figures = [
    ['late', shipments.filter((each) => isLate(each, now)).length],
    ['soon', shipments.filter((each) => isSoon(each, now)).length],
    ['atBench', shipments.filter((each) => stageOf(each) === 'bench').length],
    ['onTheWay', shipments.filter((each) => stageOf(each) === 'way').length],
    ['toPickUp', shipments.filter((each) => stageOf(each) === 'waiting').length],
  ] as const
  return (
    <div className={classes['counts']}>
      {figures.map(([key, count]) => (
        <span key={key}>
          <strong>{count}</strong> {texts(key)}
        </span>
      ))}
    </div>
  )
}

function WallRow({ shipment }: { readonly shipment: ShipmentSummary }) {
  const texts = useArrivalsTexts()
  const lab = useLabTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const now = useNow()
  const { establishment, deadlineAt, expectedAt, state, tubeCount, temperatureClass } = shipment
  return (
    <li
      className={classes['row']}
      data-late={isLate(shipment, now) || undefined}
      data-soon={isSoon(shipment, now) || undefined}
    >
      <div>
        <div className={classes['site']}>{establishment.name}</div>
        <div className={classes['small']}>
          {shipment.number}
          {shipment.isUrgent ? ` · ${ui('urgent')}` : ''}
        </div>
      </div>
      <div className={classes['small']}>
        <StorageMark of={temperatureClass} />
        <div>{lab('tubes', { count: tubeCount })}</div>
      </div>
      <div className={classes['small']}>
        <strong>{words.word('shipmentState', state)}</strong>
        {expectedAt === null ? null : (
          <div>{texts('wallExpected', { time: formats.shortDateTime(expectedAt) })}</div>
        )}
      </div>
      <div className={classes['left']}>
        {deadlineAt === null ? (
          lab('noDeadline')
        ) : (
          <Countdown to={deadlineAt} warnMinutes={SOON_MINUTES} />
        )}
      </div>
    </li>
  )
}
