import { Button, Group, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { Code, Units } from '../../ui/marks/amounts.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { type DraftTote, holdsNarcotics, isCold, isEmpty, type Packable } from './propose-totes.js'
import { useDeliveriesTexts } from './texts/index.js'

interface Props {
  readonly tote: DraftTote
  readonly number: number
  readonly packables: readonly Packable[]
  /** Another tote of this class can take what leaves this one. */
  readonly canShare: boolean
  readonly onChange: (part: Partial<DraftTote>) => void
  readonly onMove: (packable: Packable, wanted: number) => void
  readonly onRemove: () => void
}

/** One tote to be closed: its class, its seal and logger, its units. */
export function ToteCard(props: Props) {
  const { tote, number, packables, canShare, onChange, onRemove } = props
  const t = useDeliveriesTexts()
  const hasNarcotics = holdsNarcotics(tote, packables)
  return (
    <Paper p="sm" mt="sm">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={3}>{t('pack.tote', { n: number })}</Title>
            <StorageMark of={tote.storageClass} />
            {hasNarcotics ? <StorageMark of="narcotic" /> : null}
          </Group>
          {canShare ? (
            <Button variant="subtle" onClick={onRemove}>
              {t('pack.remove')}
            </Button>
          ) : null}
        </Group>
        <Group gap="sm" align="flex-end">
          <TextInput
            label={t('pack.seal')}
            description={hasNarcotics ? t('pack.sealNeeded') : undefined}
            value={tote.seal}
            onChange={(event) => onChange({ seal: event.currentTarget.value })}
            required={hasNarcotics}
            autoComplete="off"
            w={220}
          />
          {isCold(tote) ? (
            <TextInput
              label={t('pack.logger')}
              description={t('pack.loggerNeeded')}
              value={tote.logger}
              onChange={(event) => onChange({ logger: event.currentTarget.value })}
              required
              autoComplete="off"
              w={220}
            />
          ) : null}
        </Group>
        {isEmpty(tote) ? (
          <Text c="var(--nv-warn)">
            <span aria-hidden>! </span>
            {t('pack.empty')}
          </Text>
        ) : null}
        <Contents {...props} />
      </Stack>
    </Paper>
  )
}

function Contents({ tote, number, packables, canShare, onMove }: Props) {
  const t = useDeliveriesTexts()
  const ours = packables.filter(({ storageClass }) => storageClass === tote.storageClass)
  const shown = canShare ? ours : ours.filter(({ key }) => (tote.units[key] ?? 0) > 0)
  return (
    <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
      {shown.map((packable) => (
        <Group key={packable.key} component="li" justify="space-between" wrap="nowrap" gap="sm">
          <div>
            {packable.denomination}
            <Text size="sm" c="dimmed">
              <Code>{packable.lotNumber}</Code>
            </Text>
          </div>
          {canShare ? (
            <NumberInput
              aria-label={t('pack.units', { lot: packable.lotNumber, n: number })}
              value={tote.units[packable.key] ?? 0}
              onChange={(value) => onMove(packable, Math.trunc(Number(value)) || 0)}
              min={0}
              max={packable.units}
              allowDecimal={false}
              w={110}
            />
          ) : (
            <Units of={tote.units[packable.key] ?? 0} />
          )}
        </Group>
      ))}
    </Stack>
  )
}
