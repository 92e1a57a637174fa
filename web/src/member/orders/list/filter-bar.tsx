import { Group, Select, Switch } from '@mantine/core'
import { useOrderTexts } from '../texts/index.js'
import { GROUP_NAMES, type OrderFilters } from './order-filters.js'

interface Props {
  readonly filters: OrderFilters
  readonly change: (part: Partial<OrderFilters>) => void
}

/** Which orders are listed. */
export function FilterBar({ filters, change }: Props) {
  const t = useOrderTexts()
  return (
    <Group gap="md" align="flex-end">
      <Select
        label={t('filter.state')}
        data={[
          { value: '', label: t('filter.all') },
          ...GROUP_NAMES.map((value) => ({ value, label: t(`filter.${value}`) })),
        ]}
        value={filters.etat ?? ''}
        onChange={(value) => change({ etat: GROUP_NAMES.find((name) => name === value) })}
        allowDeselect={false}
        w={240}
      />
      <Switch
        label={t('filter.late')}
        checked={filters.retard ?? false}
        onChange={(event) => change({ retard: event.currentTarget.checked || undefined })}
        mb={8}
      />
      <Switch
        label={t('filter.urgent')}
        checked={filters.urgent ?? false}
        onChange={(event) => change({ urgent: event.currentTarget.checked || undefined })}
        mb={8}
      />
    </Group>
  )
}
