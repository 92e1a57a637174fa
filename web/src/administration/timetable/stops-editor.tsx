import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { deliveryPointsQuery, establishmentsQuery } from '../parts/queries.js'
import { useAdministered } from '../parts/use-administration.js'
import { newStop, type StopDraft } from './stop-draft.js'
import { useTimetableTexts } from './texts.js'

interface Props {
  readonly stops: readonly StopDraft[]
  readonly errors: Readonly<Record<string, React.ReactNode>>
  readonly onChange: (stops: StopDraft[]) => void
}

/** The stops of a run, in the order of the road. */
export function StopsEditor({ stops, errors, onChange }: Props) {
  const texts = useTimetableTexts()
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{texts('stops.title')}</Text>
        <Text size="sm" c="dimmed">
          {texts('stops.hint')}
        </Text>
      </div>
      {stops.map((stop, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a draft has no identity but its place
        <Fieldset key={index} legend={texts('stops.nth', { n: index + 1 })}>
          <StopFields
            stop={stop}
            errorOf={(field) => errors[`stops.${index}.${field}`]}
            onChange={(changed) => onChange(stops.toSpliced(index, 1, changed))}
          />
          <Group justify="flex-end" gap="xs" mt="xs">
            <ActionIcon
              variant="default"
              size={36}
              disabled={index === 0}
              aria-label={texts('stops.up', { n: index + 1 })}
              onClick={() => onChange(raised(stops, index))}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={36}
              disabled={stops.length === 1}
              aria-label={texts('stops.remove', { n: index + 1 })}
              onClick={() => onChange(stops.toSpliced(index, 1))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onChange([...stops, newStop(stops)])}
        style={{ alignSelf: 'flex-start' }}
      >
        {texts('stops.add')}
      </Button>
    </Stack>
  )
}

/** The stop goes one place up, and the two keep the minutes of their place. */
function raised(stops: readonly StopDraft[], index: number): StopDraft[] {
  const [above, stop] = [stops[index - 1], stops[index]]
  if (above === undefined || stop === undefined) return [...stops]
  return stops.toSpliced(
    index - 1,
    2,
    { ...stop, offsetMinutes: above.offsetMinutes },
    { ...above, offsetMinutes: stop.offsetMinutes },
  )
}

interface StopProps {
  readonly stop: StopDraft
  readonly errorOf: (field: keyof StopDraft) => React.ReactNode
  readonly onChange: (stop: StopDraft) => void
}

function StopFields({ stop, errorOf, onChange }: StopProps) {
  const texts = useTimetableTexts()
  const { data: sites = [] } = useQuery(establishmentsQuery(useAdministered().id))
  const { data: points = [] } = useQuery({
    ...deliveryPointsQuery(stop.establishmentId ?? ''),
    enabled: stop.establishmentId !== null,
  })
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={texts('stops.establishment')}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          required
          searchable
          value={stop.establishmentId}
          error={errorOf('establishmentId')}
          onChange={(establishmentId) =>
            onChange({ ...stop, establishmentId, deliveryPointId: null })
          }
        />
        <Select
          label={texts('stops.point')}
          data={points.map(({ id, name, opensAt, closesAt }) => ({
            value: id,
            label: `${name} (${opensAt}–${closesAt})`,
          }))}
          required
          disabled={stop.establishmentId === null}
          value={stop.deliveryPointId}
          error={errorOf('deliveryPointId')}
          onChange={(deliveryPointId) => onChange({ ...stop, deliveryPointId })}
        />
      </SimpleGrid>
      <Group align="flex-end">
        <NumberInput
          label={texts('stops.offset')}
          min={0}
          max={1439}
          allowDecimal={false}
          required
          value={stop.offsetMinutes}
          error={errorOf('offsetMinutes')}
          onChange={(offsetMinutes) => onChange({ ...stop, offsetMinutes })}
          w={190}
        />
        <Checkbox
          label={texts('stops.delivers')}
          checked={stop.delivers}
          onChange={({ currentTarget: { checked } }) => onChange({ ...stop, delivers: checked })}
          py={8}
        />
        <Checkbox
          label={texts('stops.collects')}
          checked={stop.collectsSpecimens}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ ...stop, collectsSpecimens: checked })
          }
          py={8}
        />
      </Group>
    </Stack>
  )
}
