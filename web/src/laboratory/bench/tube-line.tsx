import { Group } from '@mantine/core'
import type { TubeView } from '../../../../src/specimens/view-schema.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useUiTexts } from '../../ui/texts.js'
import { isDecided, isOffList } from './tube-state.js'

const WARN_MINUTES = 30

/** A tube in two lines: its code, what it is, what it is for, how long it still holds. */
export function TubeLine({ tube }: { readonly tube: TubeView }) {
  const words = useVocabulary()
  const ui = useUiTexts()
  const { code, tubeType, exams, deadlineAt, urgency, state } = tube
  const tells = isDecided(tube) || isOffList(tube)
  return (
    <div style={{ minWidth: 0, flex: 1 }}>
      <Group gap="xs">
        <span className="nv-code" style={{ fontWeight: 600, fontSize: '1rem' }}>
          {code}
        </span>
        {urgency === 'urgent' ? <strong>{ui('urgent')}</strong> : null}
        {tells ? <StateBadge state={state}>{words.word('tubeState', state)}</StateBadge> : null}
      </Group>
      <Group gap="xs" style={{ fontSize: '0.875rem' }}>
        <span style={{ color: 'var(--nv-dimmed)' }}>
          {[tubeType === 'unknown' ? '' : tubeType, exams.map((exam) => exam.code).join(', ')]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {deadlineAt !== null && !isDecided(tube) ? (
          <Countdown to={deadlineAt} warnMinutes={WARN_MINUTES} />
        ) : null}
      </Group>
    </div>
  )
}
