import { Group, NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormats } from '../../texts/formats.js'
import { DayInput } from '../../ui/form/day-input.js'
import { useExamTexts } from './texts.js'
import type { RuleFormApi } from './use-rule-form.js'

const MINUTE_MS = 60_000

interface Props {
  readonly form: RuleFormApi
  readonly field: (path: string) => ReactNode
}

/** How long, and from which day on. */
export function RuleDelays({ form, field }: Props) {
  const texts = useExamTexts()
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      <Delay
        label={texts('form.ideal')}
        value={form.values.idealMinutes}
        onChange={(value) => form.setFieldValue('idealMinutes', value)}
        error={field('idealMinutes')}
      />
      <Delay
        label={texts('form.maximum')}
        value={form.values.maximumMinutes}
        onChange={(value) => form.setFieldValue('maximumMinutes', value)}
        error={field('maximumMinutes')}
      />
      <DayInput
        label={texts('form.validFrom')}
        required
        value={form.values.validFrom || null}
        onChange={(day) => form.setFieldValue('validFrom', day ?? '')}
        error={field('validFrom')}
      />
      <DayInput
        label={texts('form.validTo')}
        clearable
        clearButtonProps={{ 'aria-label': texts('form.noEnd') }}
        value={form.values.validTo || null}
        onChange={(day) => form.setFieldValue('validTo', day ?? '')}
        error={field('validTo')}
      />
    </Group>
  )
}

interface DelayProps {
  readonly label: string
  readonly value: number | ''
  readonly onChange: (value: number | '') => void
  readonly error: ReactNode
}

function Delay({ label, value, onChange, error }: DelayProps) {
  const texts = useExamTexts()
  const formats = useFormats()
  return (
    <NumberInput
      label={label}
      description={
        value === ''
          ? '\u00a0'
          : texts('form.reads', { duration: formats.duration(value * MINUTE_MS) })
      }
      min={1}
      allowDecimal={false}
      required
      value={value}
      onChange={(next) => onChange(typeof next === 'number' ? next : '')}
      error={error}
    />
  )
}
