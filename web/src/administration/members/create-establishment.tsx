import { Checkbox, Stack, TagsInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, read } from '../../api/client.js'
import { today, useFormats } from '../../texts/formats.js'
import { useAct } from '../../ui/use-act.js'
import { DayField } from '../parts/day-field.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered } from '../parts/use-administration.js'
import { EstablishmentFields } from './establishment-fields.js'
import { asInput, useEstablishmentForm } from './establishment-form.js'
import { useMembersTexts } from './texts.js'

/** Enters a site with its first membership, then opens it to add its units and delivery points. */
export function CreateEstablishment({ onClose }: { readonly onClose: () => void }) {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const { id: groupingId } = useAdministered()
  const navigate = useNavigate()
  const formats = useFormats()
  const form = useEstablishmentForm()
  const [fromOn, setFromOn] = useState(today())
  const [activities, setActivities] = useState<string[]>([])
  const [isFictitious, setFictitious] = useState(false)
  const create = useAct({
    act: (site: ReturnType<typeof asInput>) =>
      read(
        api.establishments.$post({
          json: { ...site, groupingId, fromOn, activities, isFictitious },
        }),
      ),
    changes: ['establishments', 'memberships'],
    success: ({ name }) => texts('form.created', { name, day: formats.day(fromOn) }),
    quiet: true,
    onDone: ({ id }) => {
      onClose()
      void navigate({ to: `/administration/membres/${id}` })
    },
  })
  return (
    <form onSubmit={form.onSubmit((values) => create.mutate(asInput(values)))}>
      <Stack>
        <EstablishmentFields form={form} />
        <DayField label={texts('form.memberFrom')} required value={fromOn} onChange={setFromOn} />
        <TagsInput
          label={texts('form.activities')}
          description={texts('form.activitiesHint')}
          value={activities}
          onChange={setActivities}
        />
        <Checkbox
          label={texts('form.isFictitious')}
          checked={isFictitious}
          onChange={(event) => setFictitious(event.currentTarget.checked)}
        />
        <FormProblem error={create.error} form={form} />
        <FormFoot verb={common('create')} isPending={create.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
