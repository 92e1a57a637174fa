import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import type { AllocationKeyView, CostPoolView } from '../../../../src/billing/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { capital } from '../kit/figures.js'
import { KeyParts } from './key-parts.js'
import { KeyPreview } from './key-preview.js'
import { useKeysTexts } from './texts.js'
import { useFirstMonths } from './use-first-months.js'
import { componentsToSend, type KeyValues, useKeyForm } from './use-key-form.js'

interface Props {
  readonly pool: CostPoolView
  readonly current: AllocationKeyView | undefined
  readonly onClose: () => void
}

/** Label, first month, decision, parts; the effect on a real month below, gone once a part changes. */
export function KeyForm({ pool, current, onClose }: Props) {
  const texts = useKeysTexts()
  const ui = useUiTexts()
  const formats = useFormats()
  const months = useFirstMonths(current)
  const form = useKeyForm(current, months)
  const { mutate, error, isPending } = useAct({
    act: ({ components, ...values }: KeyValues) =>
      read(
        api['allocation-keys'].$post({
          json: { ...values, poolId: pool.id, components: componentsToSend(components) },
        }),
      ),
    changes: ['allocation-keys', 'split'],
    quiet: true,
    success: texts('create.done', { month: formats.month(form.values.fromMonth) }),
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))}>
      <Stack>
        <Text c="dimmed">{texts('create.intro')}</Text>
        <TextInput
          label={texts('create.label')}
          description={texts('create.labelHint')}
          maxLength={120}
          {...form.getInputProps('label')}
        />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Select
            label={texts('create.from')}
            data={months.map((month) => ({ value: month, label: capital(formats.month(month)) }))}
            allowDeselect={false}
            {...form.getInputProps('fromMonth')}
          />
          <TextInput
            label={texts('create.decision')}
            placeholder={texts('create.decisionHint')}
            maxLength={120}
            {...form.getInputProps('decisionReference')}
          />
        </Group>
        <KeyParts
          parts={form.values.components}
          onChange={(components) => form.setFieldValue('components', [...components])}
        />
        <KeyPreview
          key={JSON.stringify(form.values.components)}
          pool={pool}
          components={form.values.components}
        />
        {error ? <ProblemAlert error={error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {texts('create.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
