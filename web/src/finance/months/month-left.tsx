import { Group } from '@mantine/core'
import { PathLink } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useMonthsTexts } from './texts.js'
import type { MonthRow } from './use-months.js'

/** What stands between this month and its closing, each opening onto where it is dealt with. */
export function MonthLeft({ row, mayAct }: { readonly row: MonthRow; readonly mayAct: boolean }) {
  const texts = useMonthsTexts()
  const { period, blockers, warnings, statements, total } = row
  if (period.state === 'closed') return <ClosedMonth row={row} count={statements.length} />
  const isUnderWay = blockers.some(({ code }) => code === 'month-not-over')
  const next = period.state === 'open' ? 'toFreeze' : 'toClose'
  return (
    <Group gap="xs">
      {total === null ? <StateBadge tone="stop">{texts('unsplit')}</StateBadge> : null}
      {isUnderWay ? (
        <StateBadge tone="neutral">{texts('notOver')}</StateBadge>
      ) : blockers.length > 0 ? (
        <StateBadge tone="stop">{texts('blocked', { count: blockers.length })}</StateBadge>
      ) : mayAct && total !== undefined ? (
        <StateBadge tone="info">{texts(next)}</StateBadge>
      ) : null}
      {warnings.length > 0 ? (
        <StateBadge tone="warn">{texts('toCheck', { count: warnings.length })}</StateBadge>
      ) : null}
    </Group>
  )
}

function ClosedMonth({ row, count }: { readonly row: MonthRow; readonly count: number }) {
  const texts = useMonthsTexts()
  const disputed = row.statements.filter(({ state }) => state === 'disputed').length
  return (
    <Group gap="xs">
      <PathLink to="/finance/releves" search={{ mois: row.period.month }}>
        {texts('statements', { count })}
      </PathLink>
      {disputed > 0 ? (
        <StateBadge state="disputed">{texts('disputed', { count: disputed })}</StateBadge>
      ) : null}
    </Group>
  )
}
