import { useVocabulary } from '../../texts/vocabulary.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Tone } from '../../ui/marks/tone.js'
import { isExpired } from './expiry.js'

const TONES: Readonly<Record<string, Tone>> = {
  available: 'ok',
  quarantine: 'warn',
  recalled: 'stop',
  destroyed: 'stop',
}

interface Props {
  readonly status: string
  readonly expiresOn: string
}

/** Whether a lot may be given: an expired one may not, whatever was decided of it. */
export function LotBadge({ status, expiresOn }: Props) {
  const words = useVocabulary()
  if (status === 'available' && isExpired(expiresOn)) {
    return <StateBadge tone="stop">{words.word('lotState', 'expired')}</StateBadge>
  }
  const word = words.word('lotState', status)
  return <StateBadge tone={TONES[status] ?? 'neutral'}>{word}</StateBadge>
}
