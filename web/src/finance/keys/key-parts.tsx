import { ActionIcon, Button, Group, NumberInput, Paper, Select, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { capital } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useMembers } from '../kit/use-members.js'
import { useKeysTexts } from './texts.js'
import { DRIVERS, type KeyValues } from './use-key-form.js'

type Parts = KeyValues['components']
type Part = Parts[number]

interface Props {
  readonly parts: Parts
  readonly onChange: (parts: Parts) => void
}

const PARTS_MAX = 10
const WEIGHT_MAX = 1_000_000

/** The parts of a key: what each measures, and how much it counts beside the others. */
export function KeyParts({ parts, onChange }: Props) {
  const texts = useKeysTexts()
  const set = (at: number, part: Part) =>
    onChange(parts.map((each, index) => (index === at ? part : each)))
  return (
    <Stack gap="sm">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the key
        <Paper key={index} p="sm" component="fieldset">
          <legend>{texts('create.part', { n: index + 1 })}</legend>
          <PartFields
            part={part}
            isMix={parts.length > 1}
            onChange={(changed) => set(index, changed)}
            removeLabel={texts('create.remove', { n: index + 1 })}
            onRemove={() => onChange(parts.filter((_, at) => at !== index))}
          />
        </Paper>
      ))}
      {parts.length < PARTS_MAX ? (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              onChange([...parts, { driver: 'lines-dispensed', weight: 1, weights: {} }])
            }
          >
            {texts('create.add')}
          </Button>
        </div>
      ) : null}
    </Stack>
  )
}

interface FieldsProps {
  readonly part: Part
  readonly isMix: boolean
  readonly onChange: (part: Part) => void
  readonly removeLabel: string
  readonly onRemove: () => void
}

function PartFields({ part, isMix, onChange, removeLabel, onRemove }: FieldsProps) {
  const texts = useKeysTexts()
  const common = useFinanceTexts()
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <Select
          label={texts('create.driver')}
          data={DRIVERS.map((driver) => ({
            value: driver,
            label: capital(common.word('driver', driver)),
          }))}
          value={part.driver}
          allowDeselect={false}
          onChange={(chosen) => {
            const driver = DRIVERS.find((each) => each === chosen)
            if (driver !== undefined) onChange({ ...part, driver })
          }}
          style={{ flexGrow: 1 }}
        />
        {isMix ? (
          <>
            <NumberInput
              label={texts('create.weight')}
              value={part.weight}
              min={1}
              max={WEIGHT_MAX}
              allowDecimal={false}
              onChange={(weight) => onChange({ ...part, weight: Math.max(1, Number(weight)) })}
              w={110}
            />
            <ActionIcon variant="default" size={36} onClick={onRemove} aria-label={removeLabel}>
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </>
        ) : null}
      </Group>
      {part.driver === 'contractual' ? <PartWeights part={part} onChange={onChange} /> : null}
    </Stack>
  )
}

const MEMBER_WEIGHT_MAX = 1_000_000_000

function PartWeights({
  part,
  onChange,
}: {
  readonly part: Part
  readonly onChange: (part: Part) => void
}) {
  const texts = useKeysTexts()
  const members = [...useMembers().values()]
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">
        {texts('create.weights')}
      </Text>
      <Group gap="sm">
        {members.map(({ establishmentId, name }) => (
          <NumberInput
            key={establishmentId}
            label={name}
            value={part.weights[establishmentId] ?? 0}
            min={0}
            max={MEMBER_WEIGHT_MAX}
            allowDecimal={false}
            onChange={(weight) =>
              onChange({
                ...part,
                weights: { ...part.weights, [establishmentId]: Math.max(0, Number(weight)) },
              })
            }
            w={170}
          />
        ))}
      </Group>
    </Stack>
  )
}
