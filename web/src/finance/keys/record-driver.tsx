import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import type { PeriodView, RecordedDriverView } from '../../../../src/billing/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useUiTexts } from '../../ui/texts.js'
import { useAct } from '../../ui/use-act.js'
import { capital } from '../kit/figures.js'
import { MonthSelect } from '../kit/month-select.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { type Member, useMembers } from '../kit/use-members.js'
import { usePeriods } from '../kit/use-periods.js'
import { useKeysTexts } from './texts.js'

const RECORDED = ['hours', 'kilometres', 'patient-days'] as const
type Recorded = (typeof RECORDED)[number]

/** Enters what another program measured for a member in a month. */
export function RecordDriver() {
  const texts = useKeysTexts()
  const ui = useUiTexts()
  const [isOpen, { open, close }] = useDisclosure(false)
  const { periods } = usePeriods()
  const members = [...useMembers().values()]
  return (
    <>
      <Button variant="default" onClick={open}>
        {texts('driver.button')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={texts('driver.title')}
        closeButtonProps={{ 'aria-label': ui('close') }}
      >
        {isOpen && members.length > 0 ? (
          <DriverForm
            members={members}
            periods={periods.filter(({ state }) => state !== 'closed')}
            onClose={close}
          />
        ) : null}
      </Modal>
    </>
  )
}

interface DriverValues {
  readonly driver: Recorded
  readonly month: string
  readonly establishmentId: string
  readonly quantity: number | string
  readonly source: string
}

interface FormProps {
  readonly members: readonly Member[]
  readonly periods: readonly PeriodView[]
  readonly onClose: () => void
}

function DriverForm({ members, periods, onClose }: FormProps) {
  const texts = useKeysTexts()
  const common = useFinanceTexts()
  const ui = useUiTexts()
  const { mutate, error, isPending } = useRecord(onClose)
  const form = useDriverForm(members, periods)
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))}>
      <Stack>
        <Text c="dimmed">{texts('driver.intro')}</Text>
        <Select
          label={texts('driver.what')}
          data={RECORDED.map((driver) => ({
            value: driver,
            label: capital(common.word('driver', driver)),
          }))}
          allowDeselect={false}
          {...form.getInputProps('driver')}
        />
        <MonthSelect
          label={common('month')}
          periods={periods}
          value={form.values.month}
          onChange={(month) => form.setFieldValue('month', month)}
        />
        <Select
          label={common('member')}
          data={members.map(({ establishmentId, name }) => ({
            value: establishmentId,
            label: name,
          }))}
          allowDeselect={false}
          {...form.getInputProps('establishmentId')}
        />
        <NumberInput
          label={texts('driver.quantity')}
          min={0}
          allowDecimal={false}
          {...form.getInputProps('quantity')}
        />
        <TextInput
          label={texts('driver.source')}
          description={texts('driver.sourceHint')}
          maxLength={120}
          {...form.getInputProps('source')}
        />
        {error ? <ProblemAlert error={error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {texts('driver.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useDriverForm(members: readonly Member[], periods: readonly PeriodView[]) {
  const texts = useKeysTexts()
  const needed = (text: string) => (text.trim() === '' ? texts('create.needText') : null)
  return useForm<DriverValues>({
    initialValues: {
      driver: 'hours',
      month: periods.at(-1)?.month ?? '',
      establishmentId: members[0]?.establishmentId ?? '',
      quantity: '',
      source: '',
    },
    validate: {
      source: needed,
      month: needed,
      quantity: (value) => (Number.isInteger(value) ? null : texts('create.whole')),
    },
  })
}

function useRecord(onDone: () => void) {
  const texts = useKeysTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const members = useMembers()
  const { id: groupingId } = useFinanceGrouping()
  return useAct({
    act: (values: DriverValues) =>
      read(
        api['recorded-drivers'].$post({
          json: { ...values, groupingId, quantity: Number(values.quantity) },
        }),
      ),
    changes: ['split', 'periods'],
    quiet: true,
    onDone,
    success: ({ quantity, driver, establishmentId, month }: RecordedDriverView) =>
      texts('driver.done', {
        quantity: formats.number(quantity),
        unit: common.word('unit', driver),
        member: members.get(establishmentId)?.name ?? '',
        month: formats.month(month),
      }),
  })
}
