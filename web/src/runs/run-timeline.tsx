import { Link } from '@tanstack/react-router'
import type { RunView } from '../../../src/courier/run-schema.js'
import { useFormats } from '../texts/formats.js'
import { useVocabulary } from '../texts/vocabulary.js'
import { TONE_SHAPES, toneOf } from '../ui/marks/tone.js'
import { Picture } from '../ui/picture/picture.js'
import { useNow } from '../ui/use-now.js'
import { type StopTime, timesOf } from './expected-times.js'
import classes from './runs.module.css'
import { useRunTexts } from './texts.js'

const HOUR_MS = 3_600_000
const QUARTER_MS = HOUR_MS / 4

interface Props {
  readonly runs: readonly RunView[]
  /** Where a run opens; without it the line is not a link. */
  readonly base?: string
}

/** Runs along the hours: each stop at its actual, expected or planned time, its state by shape. */
export function RunTimeline({ runs, base }: Props) {
  const t = useRunTexts()
  const now = useNow()
  const rows = useRows(runs)
  const instants = runs.flatMap((run) => [
    Date.parse(run.departsAt),
    ...(run.startedAt === null ? [] : [Date.parse(run.startedAt)]),
    ...timesOf(run).times.map(({ atMs }) => atMs),
  ])
  const from = Math.floor((Math.min(...instants) - QUARTER_MS) / HOUR_MS) * HOUR_MS
  const to = Math.ceil((Math.max(...instants) + QUARTER_MS) / HOUR_MS) * HOUR_MS
  const at = (ms: number) => `${((ms - from) / (to - from)) * 100}%`
  return (
    <Picture
      title={t('timeline.title')}
      description={t(base === undefined ? 'timeline.descriptionOne' : 'timeline.description')}
      isInteractive={base !== undefined}
      columns={[
        { header: t('columns.run') },
        { header: t('columns.stop') },
        { header: t('columns.state') },
        { header: t('columns.planned') },
        { header: t('columns.expected') },
        { header: t('columns.actual') },
      ]}
      rows={rows}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes['scroller']} tabIndex={0} aria-label={t('timeline.title')}>
        <div className={classes['chart']}>
          <Hours from={from} to={to} at={at} />
          {now > from && now < to ? (
            <div className={classes['now']} style={{ left: at(now) }}>
              <span>{t('timeline.now')}</span>
            </div>
          ) : null}
          {runs.map((run) => (
            <Lane key={run.id} run={run} base={base} at={at} />
          ))}
        </div>
      </section>
    </Picture>
  )
}

interface Axis {
  readonly at: (ms: number) => string
}

function Hours({ from, to, at }: Axis & { readonly from: number; readonly to: number }) {
  const formats = useFormats()
  const hours = Array.from({ length: (to - from) / HOUR_MS }, (_, index) => from + index * HOUR_MS)
  return hours.map((hour) => (
    <div key={hour} className={classes['hour']} style={{ left: at(hour) }} aria-hidden>
      <span>{formats.time(hour)}</span>
    </div>
  ))
}

function Lane({
  run,
  base,
  at,
}: Axis & { readonly run: RunView; readonly base?: string | undefined }) {
  const t = useRunTexts()
  const words = useVocabulary()
  const { times } = timesOf(run)
  const departs = Date.parse(run.startedAt ?? run.departsAt)
  const last = times.at(-1)?.atMs ?? departs
  const content = (
    <>
      <span className={classes['laneName']}>
        <span aria-hidden>{TONE_SHAPES[toneOf(run.state)]}</span>
        {run.name} · {words.word('runState', run.state)}
        {run.courierName === null ? '' : ` · ${run.courierName}`}
      </span>
      <span
        className={classes['line']}
        style={{ left: at(departs), width: `calc(${at(last)} - ${at(departs)})` }}
        aria-hidden
      />
      {times.map((time) => (
        <Mark key={time.stop.id} time={time} at={at} />
      ))}
    </>
  )
  if (base === undefined) return <div className={classes['lane']}>{content}</div>
  return (
    <Link
      className={classes['lane']}
      to={`${base}/${run.id}`}
      aria-label={t('timeline.run', { name: run.name })}
    >
      {content}
    </Link>
  )
}

function Mark({ time, at }: Axis & { readonly time: StopTime }) {
  const t = useRunTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const { stop, atMs, kind } = time
  const tone = toneOf(stop.state)
  const look = classes[tone === 'stop' ? 'stopTone' : tone]
  return (
    <span
      className={`${classes['stop']} ${classes[kind]} ${look}`}
      style={{ left: at(atMs) }}
      title={t('timeline.stop', {
        position: stop.position,
        name: stop.shortName,
        state: words.word('stopState', stop.state),
        time: formats.time(atMs),
      })}
    >
      <span className={classes['mark']}>
        {stop.state === 'pending' ? stop.position : TONE_SHAPES[tone]}
      </span>
      <span className={classes['time']}>{formats.time(atMs)}</span>
    </span>
  )
}

function useRows(runs: readonly RunView[]): string[][] {
  const words = useVocabulary()
  const formats = useFormats()
  return runs.flatMap((run) =>
    timesOf(run).times.map(({ stop, atMs, kind }) => [
      run.name,
      `${stop.position} · ${stop.shortName}`,
      words.word('stopState', stop.state),
      formats.time(stop.plannedAt),
      kind === 'expected' ? formats.time(atMs) : '–',
      kind === 'actual' ? formats.time(atMs) : '–',
    ]),
  )
}
