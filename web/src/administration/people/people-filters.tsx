import { Group, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ROLES } from '../../../../src/kernel/roles.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { establishmentsQuery } from '../parts/queries.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered } from '../parts/use-administration.js'
import type { PeopleFilter } from './people-filter.js'
import { usePeopleTexts } from './texts.js'

interface Props {
  readonly filter: PeopleFilter
  readonly onChange: (change: Partial<PeopleFilter>) => void
}

const STATES = ['actif', 'desactive', 'machine'] as const

export function PeopleFilters({ filter, onChange }: Props) {
  const texts = usePeopleTexts()
  const common = useAdministrationTexts()
  const words = useVocabulary()
  const { data: sites = [] } = useQuery(establishmentsQuery(useAdministered().id))
  const [typed, setTyped] = useState(filter.q ?? '')
  const names = [texts('filter.active'), texts('filter.disabled'), texts('filter.machines')]
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={texts('filter.name')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          onChange({ q: value })
        }}
        w={{ base: '100%', xs: 240 }}
      />
      <Select
        label={texts('filter.role')}
        placeholder={texts('filter.everyRole')}
        data={ROLES.map((role) => ({ value: role, label: words.word('role', role) }))}
        value={filter.role ?? null}
        onChange={(role) => onChange({ role: role ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': texts('filter.everyRole') }}
        w={210}
      />
      <Select
        label={texts('filter.place')}
        placeholder={texts('filter.everyPlace')}
        data={[
          { value: 'groupement', label: common('wholeGrouping') },
          ...sites.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.lieu ?? null}
        onChange={(lieu) => onChange({ lieu: lieu ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': texts('filter.everyPlace') }}
        w={210}
      />
      <Select
        label={texts('filter.state')}
        placeholder={texts('filter.everyState')}
        data={STATES.map((value, index) => ({ value, label: names[index] ?? value }))}
        value={filter.etat ?? null}
        onChange={(chosen) => onChange({ etat: STATES.find((state) => state === chosen) })}
        clearable
        clearButtonProps={{ 'aria-label': texts('filter.everyState') }}
        w={160}
      />
    </Group>
  )
}
