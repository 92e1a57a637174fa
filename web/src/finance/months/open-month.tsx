import { Button } from '@mantine/core'
import { api, read } from '../../api/client.js'
import { today, useFormats } from '../../texts/formats.js'
import { useAct } from '../../ui/use-act.js'
import { capital } from '../kit/figures.js'
import { monthAfter } from '../kit/month-after.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { useMonthsTexts } from './texts.js'

interface Props {
  readonly periods: readonly { readonly month: string }[]
}

/** Opens the month after the last one, up to the current month: nobody needs a month of the far future. */
export function OpenMonth({ periods }: Props) {
  const texts = useMonthsTexts()
  const formats = useFormats()
  const { id: groupingId } = useFinanceGrouping()
  const current = today().slice(0, 7)
  const newest = periods.reduce((last, { month }) => (month > last ? month : last), '')
  const month = newest === '' ? current : monthAfter(newest)
  const { mutate, isPending } = useAct({
    act: () => read(api.periods.$post({ json: { groupingId, month } })),
    changes: ['periods'],
    success: texts('opened', { month: capital(formats.month(month)) }),
  })
  if (newest > current) return null
  return (
    <Button variant="default" loading={isPending} onClick={() => mutate()}>
      {texts('open', { month: formats.month(month) })}
    </Button>
  )
}
