import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { DeliveryPointView } from '../../../../src/members/schema.js'
import { api, read } from '../../api/client.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import type { Column } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { TimeField } from '../parts/day-field.js'
import { DialogButton } from '../parts/dialog-button.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { ListTable } from '../parts/list-table.js'
import { deliveryPointsQuery } from '../parts/queries.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useMayAdminister } from '../parts/use-administration.js'
import { OpeningBar } from './opening-bar.js'
import { useMembersTexts } from './texts.js'

/** Where runs stop at this site, and between which hours somebody is there. */
export function DeliveryPoints({ establishmentId }: { readonly establishmentId: string }) {
  const texts = useMembersTexts()
  const query = useQuery(deliveryPointsQuery(establishmentId))
  const mayAct = useMayAdminister()
  const columns = useColumns(mayAct)
  return (
    <Panel
      title={texts('points.title')}
      aside={
        mayAct ? (
          <DialogButton label={texts('points.add')}>
            {(close) => <PointForm establishmentId={establishmentId} onClose={close} />}
          </DialogButton>
        ) : null
      }
    >
      <Loadable query={query}>
        {(points) => (
          <ListTable
            label={texts('points.title')}
            columns={columns}
            rows={points}
            rowId={({ id }) => id}
            empty={
              <EmptyState title={texts('points.empty')}>{texts('points.emptyHint')}</EmptyState>
            }
          />
        )}
      </Loadable>
    </Panel>
  )
}

function useColumns(mayAct: boolean): readonly Column<DeliveryPointView>[] {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const shown: Column<DeliveryPointView>[] = [
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
  if (!mayAct) return shown
  return [
    ...shown,
    {
      key: 'act',
      header: <span className="nv-visually-hidden">{common('actions')}</span>,
      cell: (point) => (
        <Group justify="flex-end">
          <DialogButton
            isCompact
            label={common('change')}
            name={texts('units.changeOf', { name: point.name })}
            title={texts('points.change')}
          >
            {(close) => (
              <PointForm establishmentId={point.establishmentId} point={point} onClose={close} />
            )}
          </DialogButton>
        </Group>
      ),
    },
  ]
}

interface FormProps {
  readonly establishmentId: string
  readonly point?: DeliveryPointView
  readonly onClose: () => void
}

const WHOLE_DAY = { name: '', instructions: '', opensAt: '07:00', closesAt: '19:00' }

function PointForm({ establishmentId, point, onClose }: FormProps) {
  const texts = useMembersTexts()
  const ui = useUiTexts()
  const { name, instructions, opensAt, closesAt } = point ?? WHOLE_DAY
  const form = useForm<typeof WHOLE_DAY>({
    initialValues: { name, instructions, opensAt, closesAt },
  })
  const points = api.establishments[':establishmentId']['delivery-points']
  const save = useAct({
    act: (json: typeof form.values) =>
      point === undefined
        ? read(points.$post({ param: { establishmentId }, json }))
        : read(
            points[':deliveryPointId'].$put({
              param: { establishmentId, deliveryPointId: point.id },
              json,
            }),
          ),
    changes: ['establishments'],
    success: texts(point === undefined ? 'points.added' : 'points.changed'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <TextInput
          label={texts('points.name')}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Group grow align="flex-start">
          <TimeField label={texts('points.opensAt')} required {...form.getInputProps('opensAt')} />
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
        <FormProblem error={save.error} form={form} />
        <FormFoot verb={ui('save')} isPending={save.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
