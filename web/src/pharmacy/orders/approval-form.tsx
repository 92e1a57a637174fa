import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { ApprovalLine } from './approval-line.js'
import { approvedOf, type Decision, type Decisions, lacksReason, toInput } from './decisions.js'
import { supplyQuery } from './order-queries.js'
import classes from './orders.module.css'
import { useOrdersTexts } from './texts/index.js'

/** The pharmacist's decision, line by line, beside what there is and what stays after it. */
export function ApprovalForm({ order }: { readonly order: OrderView }) {
  const t = useOrdersTexts()
  const [decisions, setDecisions] = useState<Decisions>({})
  const supply = useQuery(supplyQuery(order.id))
  const approve = useAct({
    act: () =>
      read(
        api.orders[':id'].approve.$post({
          param: { id: order.id },
          json: { lines: toInput(order.lines, decisions) },
        }),
      ),
    changes: ['orders', 'stock', 'today'],
    success: t('done.approved', { number: order.number }),
    quiet: true,
  })
  const decide = (lineId: string, change: Decision) =>
    setDecisions((all) => ({ ...all, [lineId]: { ...all[lineId], ...change } }))
  const isIncomplete = order.lines.some((line) => lacksReason(line, decisions[line.id]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isIncomplete) approve.mutate()
  }
  return (
    <Panel
      title={t('approval.title')}
      aside={
        Object.keys(decisions).length > 0 ? (
          <Button variant="subtle" onClick={() => setDecisions({})}>
            {t('approval.all')}
          </Button>
        ) : null
      }
    >
      <Text c="dimmed">{t('approval.hint')}</Text>
      {approve.error ? <ProblemAlert error={approve.error} /> : null}
      {supply.error ? <ProblemAlert error={supply.error} /> : null}
      <form onSubmit={submit}>
        <ol className={classes['lines']}>
          {order.lines.map((line) => (
            <ApprovalLine
              key={line.id}
              line={line}
              supply={supply.data?.lines.find(({ lineId }) => lineId === line.id)}
              decision={decisions[line.id]}
              onDecide={(change) => decide(line.id, change)}
            />
          ))}
        </ol>
        <Foot {...{ order, decisions, isIncomplete }} isPending={approve.isPending} />
      </form>
    </Panel>
  )
}

interface FootProps {
  readonly order: OrderView
  readonly decisions: Decisions
  readonly isIncomplete: boolean
  readonly isPending: boolean
}

function Foot({ order, decisions, isIncomplete, isPending }: FootProps) {
  const t = useOrdersTexts()
  const formats = useFormats()
  const ordered = order.lines.reduce((sum, line) => sum + line.orderedUnits, 0)
  const units = order.lines.reduce((sum, line) => sum + approvedOf(line, decisions[line.id]), 0)
  return (
    <div className={classes['foot']}>
      <div role="status">
        {t('approval.approvedOf', {
          count: order.lines.length,
          units: formats.number(units),
          ordered: formats.number(ordered),
        })}
        {units < ordered ? (
          <Text c="dimmed">
            {t('approval.cancelled', { units: formats.number(ordered - units) })}
          </Text>
        ) : null}
        {isIncomplete ? (
          <Text c="var(--nv-warn)">
            <span aria-hidden>! </span>
            {t('approval.reasonNeeded')}
          </Text>
        ) : null}
      </div>
      <Button type="submit" size="md" loading={isPending} disabled={isIncomplete || units === 0}>
        {t('act.approve')}
      </Button>
    </div>
  )
}
