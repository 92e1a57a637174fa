import { Button, Paper, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { KeyPreviewView } from '../../../../src/billing/review-schema.js'
import type { CostPoolView } from '../../../../src/billing/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { byMagnitude, centsOf } from '../kit/exact.js'
import { signedEuros } from '../kit/figures.js'
import { GapBar } from '../kit/gap-bar.js'
import { MemberMark } from '../kit/member-mark.js'
import { monthTotalsQuery } from '../kit/queries.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useFinanceGrouping } from '../kit/use-finance-grouping.js'
import { usePeriods } from '../kit/use-periods.js'
import classes from '../split/split.module.css'
import { useKeysTexts } from './texts.js'
import { componentsToSend, type KeyValues } from './use-key-form.js'

interface Props {
  readonly pool: CostPoolView
  readonly components: KeyValues['components']
}

/** What the last closed month would have been with this key: the server splits, nothing is written. */
export function KeyPreview({ pool, components }: Props) {
  const texts = useKeysTexts()
  const formats = useFormats()
  const { id } = useFinanceGrouping()
  const { periods } = usePeriods()
  const { data: closed } = useQuery(monthTotalsQuery(id))
  const month = closed?.[0]?.month ?? periods[0]?.month
  const preview = useMutation({
    mutationFn: (on: string) =>
      read(
        api['allocation-keys'].preview.$post({
          json: { poolId: pool.id, month: on, components: componentsToSend(components) },
        }),
      ),
  })
  if (month === undefined) return null
  return (
    <Stack gap="sm">
      <div>
        <Button variant="light" loading={preview.isPending} onClick={() => preview.mutate(month)}>
          {texts('create.preview', { month: formats.month(month) })}
        </Button>
      </div>
      {preview.error ? <ProblemAlert error={preview.error} /> : null}
      {preview.data ? <Effect preview={preview.data} /> : null}
    </Stack>
  )
}

function Effect({ preview }: { readonly preview: KeyPreviewView }) {
  const texts = useKeysTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const { month, total, members } = preview
  if (centsOf(total) === 0n)
    return <Text>{texts('preview.nothing', { month: formats.month(month) })}</Text>
  const largest = members.map(({ change }) => change).toSorted(byMagnitude)[0] ?? '0.00'
  return (
    <Paper p="sm" role="status" style={{ overflowX: 'auto' }}>
      <table className={classes['ledger']}>
        <caption style={{ textAlign: 'left', fontWeight: 600 }}>
          {texts('preview.title', { month: formats.month(month), total: formats.euros(total) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{common('member')}</th>
            <th scope="col" className={classes['right']}>
              {texts('preview.before')}
            </th>
            <th scope="col" className={classes['right']}>
              {texts('preview.after')}
            </th>
            <th scope="col" colSpan={2} className={classes['right']}>
              {texts('preview.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ establishmentId, name, before, after, change }) => (
            <tr key={establishmentId}>
              <td>
                <MemberMark of={establishmentId} name={name} />
              </td>
              <td className={classes['right']}>{formats.euros(before)}</td>
              <td className={classes['right']}>{formats.euros(after)}</td>
              <td>
                <GapBar amount={change} largest={largest} />
              </td>
              <td className={classes['right']}>{signedEuros(formats, change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="sm" c="dimmed">
        {texts('preview.note')}
      </Text>
    </Paper>
  )
}
