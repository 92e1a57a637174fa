import { Link } from '@tanstack/react-router'
import type { RunSummary } from '../../../../src/courier/run-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useReadRuns } from '../offline/use-read-runs.js'
import { useRound } from '../offline/use-round.js'
import classes from '../shell/shell.module.css'
import { useOfflineReady } from '../shell/use-offline-ready.js'
import { useRunsTexts } from '../texts/use-runs-texts.js'

/** A run that is mine: when, how far, and whether the telephone can drive it without network. */
export function RunCard({ run }: { readonly run: RunSummary }) {
  const texts = useRunsTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const { round } = useRound(run.id)
  const { isKept } = useOfflineReady()
  const { isFetching } = useReadRuns()
  const state = round?.state ?? run.state
  const open = round?.stops.filter((stop) => stop.closedAt === null).length ?? run.openStops
  return (
    <Link to="/tournee/$runId" params={{ runId: run.id }} className={classes['card']}>
      <RunHead run={run} />
      <div className={classes['row']}>
        <span>{texts('runs.open', { count: open })}</span>
        <StateBadge state={state}>{words.word('runState', state)}</StateBadge>
      </div>
      {round === undefined || !isKept ? (
        <span className={classes['dimmed']}>! {texts('ready.no')}</span>
      ) : (
        <span className={classes['small']} style={{ color: 'var(--nv-ok)' }}>
          ✓ {texts('ready.yes')} · {texts('ready.since', { time: formats.time(round.readAt) })}
          {isFetching ? ` · ${texts('ready.reading')}` : ''}
        </span>
      )}
    </Link>
  )
}

export function RunHead({ run }: { readonly run: RunSummary }) {
  const texts = useRunsTexts()
  const formats = useFormats()
  return (
    <>
      <div className={classes['big']}>{run.name}</div>
      <div className={classes['row']}>
        <span className={classes['strong']}>
          {formats.weekday(run.serviceOn)} ·{' '}
          {texts('runs.departs', { time: formats.time(run.departsAt) })}
        </span>
        <span className={`nv-code ${classes['dimmed']}`}>{run.number}</span>
      </div>
    </>
  )
}
