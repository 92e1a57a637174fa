import { Group, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DeliveryPointView } from '../../../../src/members/schema.js'
import { api, read } from '../../api/client.js'
import type { Column } from '../../ui/table/data-table.js'
import { TimeField } from '../parts/day-field.js'
import { EditableList } from '../parts/editable-list.js'
import { deliveryPointsQuery } from '../parts/queries.js'
import { SaveForm } from '../parts/save-form.js'
import { OpeningBar } from './opening-bar.js'
import { useMembersTexts } from './texts.js'

/** Where runs stop at this site, and between which hours somebody is there. */
export function DeliveryPoints({ establishmentId }: { readonly establishmentId: string }) {
  const texts = useMembersTexts()
  const query = useQuery(deliveryPointsQuery(establishmentId))
  const columns = useColumns()
  return (
    <EditableList<DeliveryPointView>
      title={texts('points.title')}
      query={query}
      columns={columns}
      empty={{ title: texts('points.empty'), hint: texts('points.emptyHint') }}
      add={texts('points.add')}
      change={texts('points.change')}
      form={(point, close) => (
        <PointForm establishmentId={establishmentId} point={point} onClose={close} />
      )}
    />
  )
}

function useColumns(): readonly Column<DeliveryPointView>[] {
  const texts = useMembersTexts()
  return [
    { key: 'name', header: texts('points.name'), cell: ({ name }) => name },
    {
      key: 'opening',
      header: texts('points.opening'),
      cell: ({ opensAt, closesAt }) => (
        <OpeningBar
          opensAt={opensAt}
          closesAt={closesAt}
          label={texts('points.window', { from: opensAt, to: closesAt })}
        />
      ),
    },
    {
      key: 'instructions',
      header: texts('points.instructions'),
      cell: ({ instructions }) => instructions || '–',
    },
  ]
}

interface FormProps {
  readonly establishmentId: string
  readonly point: DeliveryPointView | undefined
  readonly onClose: () => void
}

const WHOLE_DAY = { name: '', instructions: '', opensAt: '07:00', closesAt: '19:00' }

function PointForm({ establishmentId, point, onClose }: FormProps) {
  const texts = useMembersTexts()
  const { name, instructions, opensAt, closesAt } = point ?? WHOLE_DAY
  const points = api.establishments[':establishmentId']['delivery-points']
  return (
    <SaveForm<typeof WHOLE_DAY>
      initialValues={{ name, instructions, opensAt, closesAt }}
      save={(json) =>
        point === undefined
          ? read(points.$post({ param: { establishmentId }, json }))
          : read(
              points[':deliveryPointId'].$put({
                param: { establishmentId, deliveryPointId: point.id },
                json,
              }),
            )
      }
      changes={['establishments']}
      success={texts(point === undefined ? 'points.added' : 'points.changed')}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={texts('points.name')}
            required
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Group grow align="flex-start">
            <TimeField
              label={texts('points.opensAt')}
              required
              {...form.getInputProps('opensAt')}
            />
            <TimeField
              label={texts('points.closesAt')}
              required
              {...form.getInputProps('closesAt')}
            />
          </Group>
          <Textarea
            label={texts('points.instructions')}
            description={texts('points.instructionsHint')}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('instructions')}
          />
        </>
      )}
    </SaveForm>
  )
}
