import { Text } from '@mantine/core'
import { Meter } from '../../ui/picture/meter.js'
import { useOrdersTexts } from './texts/index.js'

const PERIOD_DAYS = 90
const FULL_DAYS = 60
const LOW_DAYS = 7
const WATCH_DAYS = 21

interface Props {
  readonly supply: { readonly usableUnits: number; readonly dispatchedUnits90Days: number }
  readonly approved: number
}

/** How many days of use the hub keeps after this order, at the pace of the last 90 days. */
export function Coverage({ supply, approved }: Props) {
  const t = useOrdersTexts()
  const { usableUnits, dispatchedUnits90Days } = supply
  const left = Math.max(0, usableUnits - approved)
  if (dispatchedUnits90Days === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('approval.noUse')}
      </Text>
    )
  }
  const days = Math.floor((left * PERIOD_DAYS) / dispatchedUnits90Days)
  return (
    <Meter
      share={days / FULL_DAYS}
      tone={days < LOW_DAYS ? 'stop' : days < WATCH_DAYS ? 'warn' : 'ok'}
    >
      {t('approval.days', { days })}
    </Meter>
  )
}
