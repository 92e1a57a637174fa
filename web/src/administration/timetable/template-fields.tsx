import {
  Checkbox,
  Chip,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import type { useForm } from '@mantine/form'
import { useId } from 'react'
import { DayField, TimeField } from '../parts/day-field.js'
import { StopsEditor } from './stops-editor.js'
import type { TemplateDraft } from './template-draft.js'
import { useTimetableTexts } from './texts.js'

const WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const
const WEEK_MINUTES = 7 * 24 * 60

/** The timetable and the stops of a recurring run. */
export function TemplateFields({
  form,
}: {
  readonly form: ReturnType<typeof useForm<TemplateDraft>>
}) {
  const texts = useTimetableTexts()
  const id = useId()
  return (
    <>
      <TextInput
        label={texts('form.name')}
        description={texts('form.nameHint')}
        required
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Stack gap={4}>
        <Text size="sm" fw={500} id={id}>
          {texts('form.weekdays')}
        </Text>
        <Chip.Group multiple {...form.getInputProps('weekdays')}>
          <Group gap="xs" role="group" aria-labelledby={id}>
            {WEEK.map((day) => (
              <Chip key={day} value={day} radius="md">
                {texts(`weekday.${day}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {form.errors['weekdays'] ? (
          <Text size="sm" c="var(--nv-stop)">
            {form.errors['weekdays']}
          </Text>
        ) : null}
      </Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TimeField label={texts('form.departsAt')} required {...form.getInputProps('departsAt')} />
        <NumberInput
          label={texts('form.cutoff')}
          description={texts('form.cutoffHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={WEEK_MINUTES}
          allowDecimal={false}
          required
          {...form.getInputProps('cutoffMinutes')}
        />
        <DayField label={texts('form.validFrom')} required {...form.getInputProps('validFrom')} />
        <DayField
          label={texts('form.validTo')}
          description={texts('form.validToHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('validTo')}
        />
      </SimpleGrid>
      <Checkbox
        label={texts('form.skips')}
        {...form.getInputProps('skipsPublicHolidays', { type: 'checkbox' })}
      />
      <StopsEditor
        stops={form.values.stops}
        errors={form.errors}
        onChange={(stops) => form.setFieldValue('stops', stops)}
      />
    </>
  )
}
