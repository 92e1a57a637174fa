import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ProductView } from '../../../../src/catalogue/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { Confirm } from '../../ui/form/confirm.js'
import { DayInput } from '../../ui/form/day-input.js'
import { Panel } from '../../ui/layout/panel.js'
import { DataTable } from '../../ui/table/data-table.js'
import { useAct } from '../../ui/use-act.js'
import { dayIn } from '../stock/stock-queries.js'
import { useStockTexts } from '../stock/texts/index.js'
import { useProductTexts } from './texts.js'

interface Props {
  readonly product: ProductView
  readonly mayEdit: boolean
}

const HUNDREDTHS = 10_000
const RATE = /^(\d{1,2}|100)([.,]\d{1,2})?$/

/** `5,5` is 550 hundredths of a percent. */
function basisPointsOf(typed: string): number | undefined {
  if (!RATE.test(typed.trim())) return undefined
  const [whole = '0', fraction = ''] = typed.trim().replace(',', '.').split('.')
  const points = Number(whole + fraction.padEnd(2, '0'))
  return points > HUNDREDTHS ? undefined : points
}

/** VAT by date: a rate ends the day before the next one begins. */
export function VatRates({ product, mayEdit }: Props) {
  const t = useProductTexts()
  const stock = useStockTexts()
  const formats = useFormats()
  return (
    <Panel title={t('vat.title')} aside={mayEdit ? <AddRate product={product} /> : null}>
      <DataTable
        label={stock('table', { name: t('vat.title') })}
        rows={product.vatRates}
        rowId={({ fromOn }) => fromOn}
        columns={[
          {
            key: 'rate',
            header: t('columns.rate'),
            cell: ({ basisPoints }) => formats.percent(basisPoints / HUNDREDTHS),
          },
          {
            key: 'from',
            header: t('columns.from'),
            cell: ({ fromOn }) => formats.day(fromOn),
          },
          {
            key: 'to',
            header: t('columns.to'),
            cell: ({ toOn }) => (toOn === null ? t('vat.open') : formats.day(toOn)),
          },
        ]}
        empty={<Text c="dimmed">{t('vat.none')}</Text>}
      />
    </Panel>
  )
}

function AddRate({ product }: Pick<Props, 'product'>) {
  const t = useProductTexts()
  const [rate, setRate] = useState('')
  const [fromOn, setFromOn] = useState<string | null>(dayIn(0))
  const basisPoints = basisPointsOf(rate)
  const { mutateAsync, isPending } = useAct({
    act: (input: { readonly fromOn: string; readonly basisPoints: number }) =>
      read(
        api.products[':productId']['vat-rates'].$post({
          param: { productId: product.id },
          json: input,
        }),
      ),
    changes: ['products'],
    success: t('vat.done'),
    onDone: () => setRate(''),
  })
  return (
    <Confirm
      title={t('vat.add')}
      verb={t('edit.verb')}
      disabled={basisPoints === undefined || fromOn === null}
      isPending={isPending}
      onConfirm={async () => {
        if (basisPoints !== undefined && fromOn !== null) await mutateAsync({ fromOn, basisPoints })
      }}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('vat.add')}
        </Button>
      )}
    >
      <Stack gap="sm">
        <TextInput
          label={t('vat.rate')}
          value={rate}
          inputMode="decimal"
          onChange={({ currentTarget }) => setRate(currentTarget.value)}
          error={rate !== '' && basisPoints === undefined && t('vat.badRate')}
          required
          data-autofocus
        />
        <DayInput label={t('vat.from')} value={fromOn} onChange={setFromOn} required />
      </Stack>
    </Confirm>
  )
}
