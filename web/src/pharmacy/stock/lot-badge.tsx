import { StateBadge } from '../../ui/marks/state-badge.js'
import type { Tone } from '../../ui/marks/tone.js'
import { isExpired } from './expiry.js'
import { useStockTexts } from './texts/index.js'

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
  const t = useStockTexts()
  if (status === 'available' && isExpired(expiresOn)) {
    return <StateBadge tone="stop">{t('lotStatus.expired')}</StateBadge>
  }
  return <StateBadge tone={TONES[status] ?? 'neutral'}>{t.word('lotStatus', status)}</StateBadge>
}
