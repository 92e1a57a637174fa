import { Group, Text } from '@mantine/core'
import type { AlarmView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { SOON_MINUTES } from '../arrivals/stages.js'
import { useAlarmTexts } from './texts.js'

/** What an alarm says: which limit, how far, when it was raised. */
export function AlarmWords({ alarm }: { readonly alarm: AlarmView }) {
  const texts = useAlarmTexts()
  const formats = useFormats()
  const { thresholdMinutes, deadlineAt, expectedAt, raisedAt } = alarm
  const isReached = thresholdMinutes === 0
  const deadline = formats.shortDateTime(deadlineAt)
  const words =
    thresholdMinutes === null
      ? texts('expectedLate')
      : isReached
        ? texts('threshold_zero')
        : texts('threshold', { count: thresholdMinutes })
  return (
    <div>
      <Group gap="sm">
        <StateBadge tone={isReached || thresholdMinutes === null ? 'stop' : 'warn'}>
          {words}
        </StateBadge>
        <Countdown to={deadlineAt} warnMinutes={SOON_MINUTES} />
      </Group>
      <Text size="sm" c="dimmed">
        {thresholdMinutes === null && expectedAt !== null
          ? texts('expectedFor', { expected: formats.shortDateTime(expectedAt), deadline })
          : texts('limit', { deadline })}
        {' · '}
        {texts('raised', { at: formats.shortDateTime(raisedAt) })}
      </Text>
    </div>
  )
}
