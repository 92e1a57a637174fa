import { Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { CareUnitView } from '../../../../src/members/schema.js'
import { api, read } from '../../api/client.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import type { Column } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { DialogButton } from '../parts/dialog-button.js'
import { FormFoot } from '../parts/form-foot.js'
import { FormProblem } from '../parts/form-problem.js'
import { ListTable } from '../parts/list-table.js'
import { careUnitsQuery } from '../parts/queries.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useMayAdminister } from '../parts/use-administration.js'
import { useMembersTexts } from './texts.js'

/** The units (UF) an order may be for. */
export function CareUnits({ establishmentId }: { readonly establishmentId: string }) {
  const texts = useMembersTexts()
  const query = useQuery(careUnitsQuery(establishmentId))
  const mayAct = useMayAdminister()
  const columns = useColumns(mayAct)
  return (
    <Panel
      title={texts('units.title')}
      aside={
        mayAct ? (
          <DialogButton label={texts('units.add')}>
            {(close) => <UnitForm establishmentId={establishmentId} onClose={close} />}
          </DialogButton>
        ) : null
      }
    >
      <Loadable query={query}>
        {(units) => (
          <ListTable
            label={texts('units.title')}
            columns={columns}
            rows={units}
            rowId={({ id }) => id}
            empty={<EmptyState title={texts('units.empty')}>{texts('units.emptyHint')}</EmptyState>}
          />
        )}
      </Loadable>
    </Panel>
  )
}

function useColumns(mayAct: boolean): readonly Column<CareUnitView>[] {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const shown: Column<CareUnitView>[] = [
    { key: 'code', header: texts('units.code'), width: 140, cell: (u) => <Code>{u.code}</Code> },
    { key: 'name', header: texts('units.name'), cell: ({ name }) => name },
  ]
  if (!mayAct) return shown
  return [
    ...shown,
    {
      key: 'act',
      header: <span className="nv-visually-hidden">{common('actions')}</span>,
      cell: (unit) => (
        <Group justify="flex-end">
          <DialogButton
            isCompact
            label={common('change')}
            name={texts('units.changeOf', { name: unit.name })}
            title={texts('units.change')}
          >
            {(close) => (
              <UnitForm establishmentId={unit.establishmentId} unit={unit} onClose={close} />
            )}
          </DialogButton>
        </Group>
      ),
    },
  ]
}

interface FormProps {
  readonly establishmentId: string
  readonly unit?: CareUnitView
  readonly onClose: () => void
}

function UnitForm({ establishmentId, unit, onClose }: FormProps) {
  const texts = useMembersTexts()
  const ui = useUiTexts()
  const form = useForm({ initialValues: { code: unit?.code ?? '', name: unit?.name ?? '' } })
  const units = api.establishments[':establishmentId']['care-units']
  const save = useAct({
    act: (json: typeof form.values) =>
      unit === undefined
        ? read(units.$post({ param: { establishmentId }, json }))
        : read(
            units[':careUnitId'].$put({ param: { establishmentId, careUnitId: unit.id }, json }),
          ),
    changes: ['establishments'],
    success: texts(unit === undefined ? 'units.added' : 'units.changed'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <TextInput
          label={texts('units.code')}
          required
          maxLength={20}
          data-autofocus
          {...form.getInputProps('code')}
        />
        <TextInput label={texts('units.name')} required {...form.getInputProps('name')} />
        <FormProblem error={save.error} form={form} />
        <FormFoot verb={ui('save')} isPending={save.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}
