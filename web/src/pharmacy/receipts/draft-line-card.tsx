import {
  ActionIcon,
  Group,
  NumberInput,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useFormats } from '../../texts/formats.js'
import { DayInput } from '../../ui/form/day-input.js'
import { groupedCip13 } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { useUnitCost } from '../stock/unit-cost.js'
import { type DraftLine, unitCostOf, unitsOf } from './receipt-draft.js'
import { useReceiptTexts } from './texts.js'

interface Props {
  readonly line: DraftLine
  /** What is missing is shown once somebody tried to receive. */
  readonly isChecked: boolean
  readonly onChange: (line: DraftLine) => void
  readonly onRemove: () => void
}

/** One line of the receipt: what the box said, and what only the paper says. */
export function DraftLineCard({ line, isChecked, onChange, onRemove }: Props) {
  const t = useReceiptTexts()
  return (
    <Paper p="sm" component="article" aria-label={line.productName}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={2}>
            <Text fw={600}>{line.productName}</Text>
            <Group gap="xs">
              <StorageMark of={line.storageClass} />
              {line.isNarcotic ? <StorageMark of="narcotic" /> : null}
              {line.cip13 === null ? null : (
                <span className="nv-code">{groupedCip13(line.cip13)}</span>
              )}
              <StateBadge tone={line.scan === undefined ? 'neutral' : 'ok'}>
                {t(line.scan === undefined ? 'line.byHand' : 'line.scanned')}
              </StateBadge>
            </Group>
          </Stack>
          <ActionIcon
            variant="subtle"
            color="red"
            size={44}
            onClick={onRemove}
            aria-label={t('line.remove', { name: line.productName, lot: line.lotNumber })}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <LotFields line={line} isChecked={isChecked} onChange={onChange} />
          <CountField line={line} isChecked={isChecked} onChange={onChange} />
          <CostField line={line} isChecked={isChecked} onChange={onChange} />
        </SimpleGrid>
      </Stack>
    </Paper>
  )
}

type FieldProps = Omit<Props, 'onRemove'>

function LotFields({ line, isChecked, onChange }: FieldProps) {
  const t = useReceiptTexts()
  return (
    <>
      <TextInput
        label={t('line.lot')}
        value={line.lotNumber}
        onChange={({ currentTarget: { value } }) => onChange({ ...line, lotNumber: value })}
        error={isChecked && line.lotNumber.trim() === '' && t('form.required')}
        maxLength={20}
        required
      />
      <DayInput
        label={t('line.expiresOn')}
        value={line.expiresOn}
        acceptsMonth
        onChange={(expiresOn) => onChange({ ...line, expiresOn })}
        error={isChecked && line.expiresOn === null && t('form.required')}
        required
      />
    </>
  )
}

function CountField({ line, isChecked, onChange }: FieldProps) {
  const t = useReceiptTexts()
  const formats = useFormats()
  const { unitsPerPack, countsPacks, count } = line
  const description =
    unitsPerPack === null
      ? t('line.unknownFactor')
      : countsPacks
        ? t('line.gives', {
            packs: formats.number(count),
            factor: formats.number(unitsPerPack),
            units: formats.number(unitsOf(line)),
          })
        : ''
  const isWrong = isChecked && !(Number.isSafeInteger(count) && count > 0)
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NumberInput
          label={t(countsPacks ? 'line.packs' : 'line.units')}
          value={count}
          onChange={(value) => onChange({ ...line, count: Number(value) || 0 })}
          min={1}
          flex={1}
          miw={72}
          allowDecimal={false}
          thousandSeparator="\u202f"
          error={isWrong && t('form.badCount')}
          required
        />
        {unitsPerPack === null ? null : (
          <SegmentedControl
            size="xs"
            style={{ flex: 'none' }}
            aria-label={t('line.countOf')}
            value={countsPacks ? 'packs' : 'units'}
            onChange={(value) => onChange({ ...line, countsPacks: value === 'packs', cost: '' })}
            data={[
              { value: 'packs', label: t('line.packs') },
              { value: 'units', label: t('line.units') },
            ]}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {description}
      </Text>
    </Stack>
  )
}

function CostField({ line, isChecked, onChange }: FieldProps) {
  const t = useReceiptTexts()
  const formatCost = useUnitCost()
  const unitCost = unitCostOf(line)
  const { averageCost, countsPacks } = line
  const perUnit =
    countsPacks && unitCost !== undefined ? t('line.perUnit', { cost: formatCost(unitCost) }) : ''
  const current = averageCost === null ? '' : t('line.current', { cost: formatCost(averageCost) })
  return (
    <Stack gap={4}>
      <TextInput
        label={t(countsPacks ? 'line.costPerPack' : 'line.costPerUnit')}
        value={line.cost}
        inputMode="decimal"
        onChange={({ currentTarget: { value } }) => onChange({ ...line, cost: value })}
        error={
          (isChecked || line.cost !== '') &&
          unitCost === undefined &&
          (line.cost === '' ? t('form.required') : t('form.badCost'))
        }
        required
      />
      <Text size="sm" c="dimmed">
        {[perUnit, current].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  )
}
