import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ROLES, type Role } from '../../../../src/kernel/roles.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DayField } from '../parts/day-field.js'
import { establishmentsQuery } from '../parts/queries.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered } from '../parts/use-administration.js'
import { usePeopleTexts } from './texts.js'

/** A role as it is typed: empty boxes are no value. */
export interface RoleDraft {
  role: Role | null
  establishmentId: string | null
  fromOn: string
  toOn: string
}

export const NO_ROLE: RoleDraft = { role: null, establishmentId: null, fromOn: '', toOn: '' }

/** As the API takes it; undefined while no role is chosen. */
export function asRole({ role, establishmentId, fromOn, toOn }: RoleDraft) {
  if (role === null) return undefined
  return {
    role,
    ...(establishmentId !== null && { establishmentId }),
    ...(fromOn !== '' && { fromOn }),
    ...(toOn !== '' && { toOn }),
  }
}

interface Props {
  readonly value: RoleDraft
  readonly errorOf: (field: keyof RoleDraft) => React.ReactNode
  readonly onChange: (value: RoleDraft) => void
}

/** One role: which, where, between which days. */
export function RoleFields({ value, errorOf, onChange }: Props) {
  const texts = usePeopleTexts()
  const common = useAdministrationTexts()
  const words = useVocabulary()
  const { data: sites = [] } = useQuery(establishmentsQuery(useAdministered().id))
  return (
    <>
      <Group grow align="flex-start">
        <Select
          label={texts('roles.role')}
          placeholder={texts('roles.choose')}
          data={ROLES.map((role) => ({ value: role, label: words.word('role', role) }))}
          value={value.role}
          error={errorOf('role')}
          onChange={(chosen) =>
            onChange({ ...value, role: ROLES.find((role) => role === chosen) ?? null })
          }
          required
          searchable
        />
        <Select
          label={texts('roles.where')}
          placeholder={common('wholeGrouping')}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.establishmentId}
          error={errorOf('establishmentId')}
          onChange={(establishmentId) => onChange({ ...value, establishmentId })}
          clearable
          clearButtonProps={{ 'aria-label': common('wholeGrouping') }}
        />
      </Group>
      <Group grow align="flex-start">
        <DayField
          label={common('from')}
          value={value.fromOn}
          error={errorOf('fromOn')}
          onChange={(fromOn) => onChange({ ...value, fromOn })}
        />
        <DayField
          label={common('to')}
          value={value.toOn}
          error={errorOf('toOn')}
          onChange={(toOn) => onChange({ ...value, toOn })}
        />
      </Group>
    </>
  )
}
