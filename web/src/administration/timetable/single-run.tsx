import { NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { calendarDate, instantAt, localTime } from '../../../../src/kernel/calendar.js'
import { api, read } from '../../api/client.js'
import { today } from '../../texts/formats.js'
import { useAct } from '../../ui/use-act.js'
import { DayField, TimeField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { groupingQuery, usersQuery } from '../parts/queries.js'
import { useAdministered } from '../parts/use-administration.js'
import { asStops, newStop, type StopDraft } from './stop-draft.js'
import { StopsEditor } from './stops-editor.js'
import { useTimetableTexts } from './texts.js'

interface Draft {
  name: string
  day: string
  departsAt: string
  cutoffMinutes: number | string
  courierId: string | null
  stops: StopDraft[]
}

/** Plans one run outside any timetable. */
export function SingleRun({ onClose }: { readonly onClose: () => void }) {
  const texts = useTimetableTexts()
  const form = useForm<Draft>({
    initialValues: {
      name: '',
      day: today(),
      departsAt: '14:00',
      cutoffMinutes: 0,
      courierId: null,
      stops: [newStop([])],
    },
  })
  const plan = usePlan(onClose)
  return (
    <form onSubmit={form.onSubmit((values) => plan.mutate(values))}>
      <Stack>
        <Text>{texts('single.hint')}</Text>
        <HeadFields form={form} />
        <StopsEditor
          stops={form.values.stops}
          errors={form.errors}
          onChange={(stops) => form.setFieldValue('stops', stops)}
        />
        <FormProblem error={plan.error} form={form} />
        <FormFoot verb={texts('single.verb')} isPending={plan.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function usePlan(onClose: () => void) {
  const texts = useTimetableTexts()
  const { id: groupingId } = useAdministered()
  const { data: grouping } = useQuery(groupingQuery(groupingId))
  return useAct({
    act: ({ name, day, departsAt, cutoffMinutes, courierId, stops }: Draft) => {
      const at = instantAt(calendarDate(day), localTime(departsAt), grouping?.timeZone)
      return read(
        api.runs.$post({
          json: {
            groupingId,
            name,
            departsAt: at.toISOString(),
            cutoffMinutes: Number(cutoffMinutes),
            stops: asStops(stops),
            ...(courierId !== null && { courierId }),
          },
        }),
      )
    },
    changes: ['runs'],
    success: ({ number }) => texts('single.done', { number }),
    quiet: true,
    onDone: onClose,
  })
}

function HeadFields({ form }: { readonly form: ReturnType<typeof useForm<Draft>> }) {
  const texts = useTimetableTexts()
  const { id } = useAdministered()
  const { data: users = [] } = useQuery(usersQuery(id))
  const couriers = users.filter(({ grants }) =>
    grants.some(({ role, groupingId }) => role === 'courier' && groupingId === id),
  )
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
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField
          label={texts('single.day')}
          required
          min={today()}
          {...form.getInputProps('day')}
        />
        <TimeField
          label={texts('single.departsAt')}
          required
          {...form.getInputProps('departsAt')}
        />
        <NumberInput
          label={texts('form.cutoff')}
          min={0}
          allowDecimal={false}
          {...form.getInputProps('cutoffMinutes')}
        />
        <Select
          label={texts('single.courier')}
          placeholder={texts('single.courierHint')}
          data={couriers.map(({ id: userId, displayName }) => ({
            value: userId,
            label: displayName,
          }))}
          clearable
          {...form.getInputProps('courierId')}
        />
      </SimpleGrid>
    </>
  )
}
