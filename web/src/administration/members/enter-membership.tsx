import { Stack, TagsInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, read } from '../../api/client.js'
import { today } from '../../texts/formats.js'
import { useAct } from '../../ui/use-act.js'
import { DayField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useMembersTexts } from './texts.js'

interface Props {
  readonly establishmentId: string
  readonly groupingId: string
  readonly onClose: () => void
}

/** Makes a site that is known a member from a day on. */
export function EnterMembership({ establishmentId, groupingId, onClose }: Props) {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const form = useForm<{ fromOn: string; toOn: string; activities: string[] }>({
    initialValues: { fromOn: today(), toOn: '', activities: [] },
  })
  const enter = useAct({
    act: ({ fromOn, toOn, activities }: typeof form.values) =>
      read(
        api.memberships.$post({
          json: {
            groupingId,
            establishmentId,
            fromOn,
            activities,
            ...(toOn !== '' && { toOn }),
          },
        }),
      ),
    changes: ['establishments', 'memberships'],
    success: texts('memberships.entered'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack>
        <DayField label={common('from')} required {...form.getInputProps('fromOn')} />
        <DayField
          label={common('to')}
          description={common('toHint')}
          {...form.getInputProps('toOn')}
        />
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
