import { Text } from '@mantine/core'
import type { Blocker } from '../../../../src/billing/schema.js'
import { useSession } from '../../api/session.js'
import { spacesOf } from '../../app/spaces.js'
import { PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import classes from './close.module.css'
import type { StepProps } from './step-props.js'
import { useCloseTexts } from './texts.js'
import { useSaid } from './use-said.js'

/** What blocks the closing, then what deserves a look, each with where it is dealt with. */
export function ChecksStep({ closing: { split, period } }: StepProps) {
  const texts = useCloseTexts()
  const { blockers, warnings } = split
  if (period.state === 'closed') {
    return <EmptyState title={texts('found.passed')}>{texts('checks.closed')}</EmptyState>
  }
  if (blockers.length + warnings.length === 0) {
    return <EmptyState title={texts('checks.clear')}>{texts('checks.clearHint')}</EmptyState>
  }
  return (
    <Panel title={texts('checks.title')}>
      <ul className={classes['checks']}>
        {blockers.map((check) => (
          <Check key={check.code} check={check} tone="stop" month={period.month} />
        ))}
        {warnings.map((check) => (
          <Check key={check.code} check={check} tone="warn" month={period.month} />
        ))}
      </ul>
      {warnings.length > 0 ? <Text c="dimmed">{texts('checks.accepted')}</Text> : null}
    </Panel>
  )
}

interface CheckProps {
  readonly check: Blocker
  readonly tone: 'stop' | 'warn'
  readonly month: string
}

function Check({ check, tone, month }: CheckProps) {
  const texts = useCloseTexts()
  const said = useSaid()
  return (
    <li>
      <StateBadge tone={tone}>
        {texts(tone === 'stop' ? 'checks.blocker' : 'checks.warning')}
      </StateBadge>
      <span className={classes['sentence']}>{said(check.message)}</span>
      <Remedy code={check.code} month={month} />
    </li>
  )
}

const REMEDIES: Readonly<
  Record<
    string,
    {
      readonly to: string
      readonly label: 'goCharges' | 'goKeys' | 'goDiscrepancies' | 'goDeliveries' | 'goMonth'
    }
  >
> = {
  'pools-without-charges': { to: '/finance/charges', label: 'goCharges' },
  'pools-without-key': { to: '/finance/cles', label: 'goKeys' },
  'drivers-not-recorded': { to: '/finance/cles', label: 'goKeys' },
  'open-discrepancies': { to: '/pharmacie/ecarts', label: 'goDiscrepancies' },
  'deliveries-underway': { to: '/pharmacie/envois', label: 'goDeliveries' },
  'earlier-month-open': { to: '/finance', label: 'goMonth' },
  'earlier-month-not-closed': { to: '/finance', label: 'goMonth' },
}

/** Where it is put right, when the person may go there. */
function Remedy({ code, month }: { readonly code: string; readonly month: string }) {
  const texts = useCloseTexts()
  const session = useSession()
  const remedy = REMEDIES[code]
  if (remedy === undefined) return null
  const isElsewhere = !remedy.to.startsWith('/finance')
  if (isElsewhere && !spacesOf(session).some(({ path }) => remedy.to.startsWith(path))) return null
  return (
    <PathLink to={remedy.to} search={remedy.to === '/finance/charges' ? { mois: month } : {}}>
      {texts(`checks.${remedy.label}`)}
    </PathLink>
  )
}
