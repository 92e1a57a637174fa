import { useSession } from '../../api/session.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { aboard } from '../offline/at-stop.js'
import type { LocalRun } from '../offline/local-run.js'
import { Note, Screen, Section } from '../shell/screen.js'
import classes from '../shell/shell.module.css'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { RoundActs } from './round-acts.js'
import { RoundExtras } from './round-extras.js'
import { RouteMap } from './route-map.js'
import { StopLine } from './stop-line.js'
import { WithRound } from './with-round.js'

/** The whole round at a glance: where it stands, what is next, what is aboard. */
export function RoundPage() {
  return <WithRound>{(run) => <RoundScreen run={run} />}</WithRound>
}

function RoundScreen({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const words = useVocabulary()
  const { user } = useSession()
  const isMine = run.courierId === user.id
  return (
    <Screen
      title={run.name}
      subtitle={`${run.number} · ${formats.weekday(run.serviceOn)}`}
      back="/tournee"
      thumb={isMine ? <RoundActs run={run} /> : null}
    >
      <div className={classes['row']}>
        <StateBadge state={run.state}>{words.word('runState', run.state)}</StateBadge>
        <span>{whenOf(run, texts, formats.time)}</span>
      </div>
      {isMine ? null : (
        <Note tone="warn">
          {run.courierName === null
            ? texts('round.nobody')
            : texts('round.notYours', { name: run.courierName })}
        </Note>
      )}
      <Aboard run={run} />
      <Section title={texts('round.timeline')}>
        <StopLine run={run} />
      </Section>
      <RoundExtras run={run} isMine={isMine} />
      <RouteMap run={run} />
    </Screen>
  )
}

function whenOf(
  run: LocalRun,
  texts: ReturnType<typeof useCourierTexts>,
  time: (at: string) => string,
): string {
  if (run.endedAt !== null) {
    const key = run.state === 'aborted' ? 'round.isAborted' : 'round.isOver'
    return texts(key, { time: time(run.endedAt) })
  }
  return run.startedAt === null
    ? texts('round.departsAt', { time: time(run.departsAt) })
    : texts('round.left', { time: time(run.startedAt) })
}

function Aboard({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const count = aboard(run).length
  const reading = run.readings.at(-1)
  if (count === 0 && reading === undefined) return null
  return (
    <div className={classes['row']}>
      {count > 0 ? <strong>{texts('round.aboard', { count })}</strong> : null}
      {reading === undefined ? null : (
        <span>
          {texts('round.lastReading', {
            value: formats.decimal(reading.deci / 10),
            time: formats.time(reading.at),
          })}
        </span>
      )}
    </div>
  )
}
