import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CareUnitView } from '../../../../src/members/schema.js'
import { api, read } from '../../api/client.js'
import { Code } from '../../ui/marks/amounts.js'
import { EditableList } from '../parts/editable-list.js'
import { careUnitsQuery } from '../parts/queries.js'
import { SaveForm } from '../parts/save-form.js'
import { useMembersTexts } from './texts.js'

/** The units (UF) an order may be for. */
export function CareUnits({ establishmentId }: { readonly establishmentId: string }) {
  const texts = useMembersTexts()
  const query = useQuery(careUnitsQuery(establishmentId))
  return (
    <EditableList<CareUnitView>
      title={texts('units.title')}
      query={query}
      columns={[
        {
          key: 'code',
          header: texts('units.code'),
          width: 140,
          cell: (u) => <Code>{u.code}</Code>,
        },
        { key: 'name', header: texts('units.name'), cell: ({ name }) => name },
      ]}
      empty={{ title: texts('units.empty'), hint: texts('units.emptyHint') }}
      add={texts('units.add')}
      change={texts('units.change')}
      form={(unit, close) => (
        <UnitForm establishmentId={establishmentId} unit={unit} onClose={close} />
      )}
    />
  )
}

interface FormProps {
  readonly establishmentId: string
  readonly unit: CareUnitView | undefined
  readonly onClose: () => void
}

function UnitForm({ establishmentId, unit, onClose }: FormProps) {
  const texts = useMembersTexts()
  const units = api.establishments[':establishmentId']['care-units']
  return (
    <SaveForm
      initialValues={{ code: unit?.code ?? '', name: unit?.name ?? '' }}
      save={(json) =>
        unit === undefined
          ? read(units.$post({ param: { establishmentId }, json }))
          : read(
              units[':careUnitId'].$put({ param: { establishmentId, careUnitId: unit.id }, json }),
            )
      }
      changes={['establishments']}
      success={texts(unit === undefined ? 'units.added' : 'units.changed')}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={texts('units.code')}
            required
            maxLength={20}
            data-autofocus
            {...form.getInputProps('code')}
          />
          <TextInput label={texts('units.name')} required {...form.getInputProps('name')} />
        </>
      )}
    </SaveForm>
  )
}
