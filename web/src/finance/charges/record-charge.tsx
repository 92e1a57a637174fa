import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ChargeView } from '../../../../src/billing/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { sayDone } from '../../ui/say-done.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { typedAmount } from '../kit/exact.js'
import { MonthSelect } from '../kit/month-select.js'
import { poolsQuery } from '../kit/queries.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { usePeriods } from '../kit/use-periods.js'
import { useChargesTexts } from './texts.js'

interface Props {
  readonly month: string
  readonly poolId?: string | undefined
  readonly variant?: 'filled' | 'default'
}

/** Records one cost of a pool, in the month it belongs to. */
export function RecordCharge({ month, poolId, variant = 'filled' }: Props) {
  const texts = useChargesTexts()
  const ui = useUiTexts()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant={variant} onClick={open} leftSection={<IconPlus size={18} aria-hidden />}>
        {texts('record.button')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={texts('record.title')}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {isOpen ? <ChargeForm month={month} poolId={poolId} onClose={close} /> : null}
      </Modal>
    </>
  )
}

type FormProps = Pick<Props, 'month' | 'poolId'> & { readonly onClose: () => void }

function ChargeForm({ month, poolId, onClose }: FormProps) {
  const texts = useChargesTexts()
  const ui = useUiTexts()
  const { periods } = usePeriods()
  const pools = useChargePools()
  const form = useChargeForm(month, poolId)
  const act = useRecordCharge(onClose)
  const state = periods.find((period) => period.month === form.values.month)?.state
  return (
    <form
      onSubmit={form.onSubmit(({ amount, poolId: pool, ...rest }) => {
        const exact = typedAmount(amount)
        if (exact !== undefined && pool !== null) {
          act.mutate({ ...rest, poolId: pool, amount: exact })
        }
      })}
    >
      <Stack>
        <MonthSelect
          label={texts('record.month')}
          periods={periods}
          value={form.values.month}
          onChange={(chosen) => form.setFieldValue('month', chosen)}
        />
        {state === 'closed' ? <Text c="dimmed">{texts('record.closedHint')}</Text> : null}
        <Select
          label={texts('record.pool')}
          data={pools.map(({ id, label, account }) => ({
            value: id,
            label: account === null ? label : `${label} (${account})`,
          }))}
          data-autofocus={poolId === undefined || undefined}
          {...form.getInputProps('poolId')}
        />
        <TextFields form={form} isFirst={poolId !== undefined} />
        {act.error ? <ProblemAlert error={act.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={act.isPending}>
            {texts('record.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface TextFieldsProps {
  readonly form: ReturnType<typeof useChargeForm>
  /** The amount is the first thing to type when the pool is known. */
  readonly isFirst: boolean
}

function TextFields({ form, isFirst }: TextFieldsProps) {
  const texts = useChargesTexts()
  return (
    <>
      <TextInput
        label={texts('record.amount')}
        description={texts('record.amountHint')}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus={isFirst || undefined}
        {...form.getInputProps('amount')}
      />
      <TextInput
        label={texts('record.label')}
        description={texts('record.labelHint')}
        maxLength={120}
        {...form.getInputProps('label')}
      />
      <TextInput
        label={texts('record.reference')}
        description={texts('record.referenceHint')}
        maxLength={120}
        {...form.getInputProps('documentReference')}
      />
    </>
  )
}

/** Products are charged by their movements: only the other pools take charges. */
function useChargePools() {
  const { id } = useFinanceGrouping()
  const { data = [] } = useQuery(poolsQuery(id))
  return data.filter(({ source, closedOn }) => source === 'charges' && closedOn === null)
}

const noPool = (poolId: string | undefined): string | null => poolId ?? null

function useChargeForm(month: string, poolId: string | undefined) {
  const texts = useChargesTexts()
  const needed = (text: string) => (text.trim() === '' ? texts('record.needText') : null)
  return useForm({
    initialValues: { month, poolId: noPool(poolId), amount: '', label: '', documentReference: '' },
    validate: {
      poolId: (chosen) => (chosen === null ? texts('record.needPool') : null),
      amount: (text) => (typedAmount(text) === undefined ? texts('record.badAmount') : null),
      label: needed,
      documentReference: needed,
    },
  })
}

interface ChargeToRecord {
  readonly poolId: string
  readonly month: string
  readonly amount: string
  readonly label: string
  readonly documentReference: string
}

function useRecordCharge(onClose: () => void) {
  const texts = useChargesTexts()
  const formats = useFormats()
  const { mutate, error, isPending } = useAct({
    act: (json: ChargeToRecord) => read(api.charges.$post({ json })),
    changes: ['charges', 'split', 'periods', 'budgets'],
    quiet: true,
    onDone: (charge: ChargeView) => {
      const said = { amount: formats.euros(charge.amount) }
      sayDone(
        charge.accountingMonth === charge.originMonth
          ? texts('record.done', said)
          : texts('record.moved', {
              ...said,
              month: formats.month(charge.accountingMonth),
            }),
      )
      onClose()
    },
  })
  return { mutate, error, isPending }
}
