import { Link } from '@tanstack/react-router'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { TONE_SHAPES, toneOf } from '../../ui/marks/tone.js'
import { isOpen, nextStop, workAt } from '../offline/at-stop.js'
import { expectedAt } from '../offline/expected-at-hub.js'
import type { LocalRun, LocalStop } from '../offline/local-run.js'
import classes from '../shell/shell.module.css'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import lineClasses from './round.module.css'

/** The stops as a line driven from top to bottom: planned, expected and actual hours, and what each asks. */
export function StopLine({ run }: { readonly run: LocalRun }) {
  const next = nextStop(run)
  return (
    <ol className={lineClasses['line']}>
      {run.stops.map((stop) => (
        <StopPoint key={stop.id} run={run} stop={stop} isNext={stop.id === next?.id} />
      ))}
    </ol>
  )
}

interface Props {
  readonly run: LocalRun
  readonly stop: LocalStop
  readonly isNext: boolean
}

function StopPoint({ run, stop, isNext }: Props) {
  const words = useVocabulary()
  const tone = toneOf(stop.state)
  const params = { runId: run.id, stopId: stop.id }
  return (
    <li className={lineClasses['stop']} data-past={!isOpen(stop) || undefined}>
      <span className={lineClasses['dot']} data-tone={tone} aria-hidden>
        {isOpen(stop) ? stop.position : TONE_SHAPES[tone]}
      </span>
      <Link
        to="/tournee/$runId/arret/$stopId"
        params={params}
        className={lineClasses['link']}
        data-next={isNext || undefined}
      >
        <div className={classes['row']}>
          <span className={classes['strong']}>
            {stop.position}. {stop.shortName}
          </span>
          <span className={classes['small']}>{words.word('stopState', stop.state)}</span>
        </div>
        <Times run={run} stop={stop} />
        <Asks run={run} stop={stop} />
        {stop.reason === null ? null : <div className={classes['small']}>{stop.reason}</div>}
      </Link>
    </li>
  )
}

const LATE_MS = 5 * 60_000

function Times({ run, stop }: Omit<Props, 'isNext'>) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const { plannedAt, arrivedAt, closedAt } = stop
  const expected = expectedAt(run, plannedAt)
  const lateMs = Date.parse(arrivedAt ?? expected) - Date.parse(plannedAt)
  return (
    <div className={lineClasses['times']}>
      <span>{stop.deliveryPointName}</span>
      <span>{texts('round.planned', { time: formats.time(plannedAt) })}</span>
      {arrivedAt === null && isOpen(stop) && lateMs >= LATE_MS ? (
        <span>{texts('round.expected', { time: formats.time(expected) })}</span>
      ) : null}
      {arrivedAt === null ? null : (
        <span>{texts('round.arrived', { time: formats.time(arrivedAt) })}</span>
      )}
      {closedAt === null ? null : (
        <span>{texts('round.closed', { time: formats.time(closedAt) })}</span>
      )}
      {lateMs >= LATE_MS ? (
        <span className={lineClasses['late']}>
          ! {texts('round.late', { duration: formats.duration(lateMs) })}
        </span>
      ) : null}
    </div>
  )
}

function Asks({ run, stop }: Omit<Props, 'isNext'>) {
  const texts = useCourierTexts()
  const { toHandOver, toTake, toDropOff } = workAt(run, stop)
  if (!isOpen(stop)) return null
  const handOver = toHandOver.filter(({ phase }) => phase !== 'done').length
  const take = toTake.filter(({ phase }) => phase === 'waiting').length
  const dropOff = toDropOff.filter(({ phase }) => phase === 'aboard').length
  const parts = [
    ...(handOver > 0 ? [texts('round.toHandOver', { count: handOver })] : []),
    ...(take > 0 ? [texts('round.toTake', { count: take })] : []),
    ...(dropOff > 0 ? [texts('round.toDropOff', { count: dropOff })] : []),
  ]
  const isEmpty = toHandOver.length + toTake.length + toDropOff.length === 0
  if (isEmpty) return <div className={classes['small']}>{texts('round.nothing')}</div>
  return <div>{parts.length === 0 ? `✓ ${texts('round.allDone')}` : parts.join(' · ')}</div>
}
