import { Button, Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DayField } from '../parts/day-field.js'
import { usersQuery } from '../parts/queries.js'
import { useAdministered } from '../parts/use-administration.js'
import { ACTIONS, SUBJECTS, useActionWords } from './action-words.js'
import type { AuditFilter } from './audit-filter.js'
import { useAuditTexts } from './texts.js'

interface Props {
  readonly filter: AuditFilter
  readonly onChange: (change: Partial<AuditFilter>) => void
}

const CLEARED: Readonly<Record<keyof AuditFilter, undefined>> = {
  personne: undefined,
  geste: undefined,
  sujet: undefined,
  ref: undefined,
  du: undefined,
  au: undefined,
}

export function AuditFilters({ filter, onChange }: Props) {
  const texts = useAuditTexts()
  const words = useActionWords()
  const { data: users = [] } = useQuery(usersQuery(useAdministered().id))
  return (
    <Group gap="sm" align="flex-end">
      <Choice
        label={texts('filter.person')}
        every={texts('filter.everybody')}
        data={users.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={filter.personne}
        onChange={(personne) => onChange({ personne })}
      />
      <Choice
        label={texts('filter.action')}
        every={texts('filter.everyAction')}
        data={ACTIONS.map((action) => ({ value: action, label: words.word('action', action) }))}
        value={filter.geste}
        onChange={(geste) => onChange({ geste })}
      />
      <Choice
        label={texts('filter.subject')}
        every={texts('filter.everySubject')}
        data={SUBJECTS.map((each) => ({ value: each, label: words.word('subject', each) }))}
        value={filter.sujet}
        onChange={(sujet) => onChange({ sujet })}
      />
      <TextInput
        key={filter.ref ?? ''}
        label={texts('filter.id')}
        defaultValue={filter.ref ?? ''}
        onBlur={(event) => onChange({ ref: event.currentTarget.value.trim() || undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Enter')
            onChange({ ref: event.currentTarget.value.trim() || undefined })
        }}
        w={200}
      />
      <DayField
        label={texts('filter.from')}
        value={filter.du ?? ''}
        onChange={(du) => onChange({ du: du || undefined })}
        w={150}
      />
      <DayField
        label={texts('filter.to')}
        value={filter.au ?? ''}
        onChange={(au) => onChange({ au: au || undefined })}
        w={150}
      />
      {Object.keys(filter).length > 0 ? (
        <Button variant="subtle" onClick={() => onChange(CLEARED)}>
          {texts('filter.clear')}
        </Button>
      ) : null}
    </Group>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly every: string
  readonly data: { value: string; label: string }[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

function Choice({ label, every, data, value, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      placeholder={every}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': every }}
      w={200}
    />
  )
}
