import { Text } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { TubeDeadline, TubeWords } from './packed-tubes.js'
import type { Shipment, Tube } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import classes from './tubes.module.css'

const URGENT_FIRST: Readonly<Record<string, number>> = {
  rejected: 0,
  missing: 0,
  misrouted: 1,
  'accepted-with-reservation': 1,
}

/** Tube by tube, what the laboratory decided and what to do about it; the ones to act on come first. */
export function TubeVerdicts({ shipment }: { readonly shipment: Shipment }) {
  const rank = ({ state }: Tube) => URGENT_FIRST[state] ?? 2
  return (
    <div>
      {shipment.tubes
        .toSorted((a, b) => rank(a) - rank(b))
        .map((tube) => (
          <div key={tube.id} className={classes['tube']}>
            <TubeWords tube={tube} />
            {tube.verdicts.length === 0 ? (
              <TubeDeadline tube={tube} />
            ) : (
              <VerdictWords tube={tube} />
            )}
            <TubeState tube={tube} />
          </div>
        ))}
    </div>
  )
}

function TubeState({ tube }: { readonly tube: Tube }) {
  const words = useVocabulary()
  return <StateBadge state={tube.state}>{words.word('tubeState', tube.state)}</StateBadge>
}

/** The last verdict counts: its reason, who answers for it, and what is to be done. */
function VerdictWords({ tube }: { readonly tube: Tube }) {
  const t = useTubeTexts()
  const formats = useFormats()
  const verdict = tube.verdicts.at(-1)
  if (verdict === undefined) return null
  const delay =
    verdict.minutesSinceCollection === null
      ? ''
      : t('verdict.delay', { duration: formats.duration(verdict.minutesSinceCollection * 60_000) })
  return (
    <div style={{ textAlign: 'right', maxWidth: 320 }}>
      {verdict.reasonLabel ? <Text fw={600}>{verdict.reasonLabel}</Text> : null}
      {verdict.comment ? <Text size="sm">«&nbsp;{verdict.comment}&nbsp;»</Text> : null}
      {verdict.needsNewCollection ? (
        <Text size="sm" c="var(--nv-stop)" fw={600}>
          ✕ {t('verdict.recollect')}
        </Text>
      ) : tube.state === 'accepted-with-reservation' ? (
        <Text size="sm" c="var(--nv-warn)">
          ! {t('verdict.reserved')}
        </Text>
      ) : null}
      <Text size="sm" c="dimmed">
        {[formats.shortDateTime(verdict.at), delay].filter(Boolean).join(' · ')}
      </Text>
    </div>
  )
}
