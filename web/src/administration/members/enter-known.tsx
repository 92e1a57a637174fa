import { Stack, TagsInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, read } from '../../api/client.js'
import { today } from '../../texts/formats.js'
import { useAct } from '../../ui/use-act.js'
import { DayField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useAdministered } from '../parts/use-administration.js'
import { CheckDigitField } from './check-digit-field.js'
import { useMembersTexts } from './texts.js'

/** Makes a site of another grouping a member here, found by its public number. */
export function EnterKnown({ onClose }: { readonly onClose: () => void }) {
  const texts = useMembersTexts()
  const { id: groupingId } = useAdministered()
  const form = useForm<{ finessEt: string; fromOn: string; activities: string[] }>({
    initialValues: { finessEt: '', fromOn: today(), activities: [] },
  })
  const enter = useAct({
    act: (values: typeof form.values) =>
      read(api.memberships.$post({ json: { groupingId, ...values } })),
    changes: ['establishments', 'memberships'],
    success: texts('memberships.entered'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack>
        <Text>{texts('memberships.knownHint')}</Text>
        <CheckDigitField
          kind="finess"
          label={texts('fact.finessEt')}
          required
          value={form.values.finessEt}
          error={form.errors['finessEt']}
          onChange={(value) => form.setFieldValue('finessEt', value)}
        />
        <DayField label={texts('form.memberFrom')} required {...form.getInputProps('fromOn')} />
        <TagsInput
          label={texts('form.activities')}
          description={texts('form.activitiesHint')}
          {...form.getInputProps('activities')}
        />
        <FormProblem error={enter.error} form={form} />
        <FormFoot
          verb={texts('memberships.enter')}
          isPending={enter.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  )
}
