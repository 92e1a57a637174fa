import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { wallClock } from './paris-time.js'
import { useTubeTexts } from './texts/index.js'

export interface CollectionTime {
  readonly day: string
  readonly time: string
}

interface Props {
  readonly value: CollectionTime
  readonly onChange: (value: CollectionTime) => void
  readonly isInvalid: boolean
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const STEPS = [0, 15, 30, 60] as const

/** To the minute, never assumed: «maintenant» is said, not supposed. */
export function CollectionTimeField({ value, onChange, isInvalid }: Props) {
  const t = useTubeTexts()
  const [today, yesterday] = [wallClock(Date.now()).day, wallClock(Date.now() - DAY_MS).day]
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('form.time')}
          placeholder="07:15"
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
          error={isInvalid ? t('form.timeInvalid') : undefined}
          inputMode="numeric"
          autoComplete="off"
          size="md"
          w={180}
        />
        <SegmentedControl
          aria-label={t('form.day')}
          data={[
            { value: today, label: t('form.today') },
            { value: yesterday, label: t('form.yesterday') },
          ]}
          value={value.day === yesterday ? yesterday : today}
          onChange={(day) => onChange({ ...value, day })}
          size="md"
        />
      </Group>
      <Group gap={6} mt={6}>
        {STEPS.map((minutes) => (
          <Button
            key={minutes}
            variant="default"
            size="sm"
            h={44}
            onClick={() => onChange(wallClock(Date.now() - minutes * MINUTE_MS))}
          >
            {minutes === 0 ? t('form.now') : t('form.ago', { minutes })}
          </Button>
        ))}
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t('form.timeHint')}
      </Text>
    </div>
  )
}
