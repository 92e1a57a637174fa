import { Text } from '@mantine/core'
import type { SupplyLine } from '../../../../src/orders/supply-schema.js'
import { useFormats } from '../../texts/formats.js'
import classes from './orders.module.css'
import { useOrdersTexts } from './texts/index.js'

type Unmet = SupplyLine['explanation'][number]

interface Props {
  readonly asked: number
  readonly given: number
  readonly explanation: readonly Unmet[]
}

const BECAUSE = {
  'expires-too-soon': 'approval.because.expires-too-soon',
  reserved: 'approval.because.reserved',
  quarantine: 'approval.because.quarantine',
  recalled: 'approval.because.recalled',
  expired: 'approval.because.expired',
  none: 'approval.because.none',
} as const

/** «Pourquoi 6 et pas 10 ?»: which lots, which orders, which dates, one sentence a reason. */
export function WhyNotMore({ asked, given, explanation }: Props) {
  const t = useOrdersTexts()
  const sentence = useSentence()
  if (explanation.length === 0) return null
  return (
    <div className={classes['why']}>
      <Text fw={600}>
        {given === 0 ? t('approval.whyNone') : t('approval.why', { given, asked })}
      </Text>
      <ul>
        {explanation.map((unmet) => (
          <li key={unmet.reason}>{sentence(unmet)}</li>
        ))}
      </ul>
    </div>
  )
}

function useSentence(): (unmet: Unmet) => string {
  const t = useOrdersTexts()
  const formats = useFormats()
  const list = new Intl.ListFormat(formats.locale, { type: 'conjunction' })
  return ({ reason, units, detail }) => {
    const lots = (detail?.lots ?? []).map(({ lotNumber, expiresOn }) =>
      expiresOn === null
        ? t('lines.lot', { lot: lotNumber }).toLowerCase()
        : t('approval.lotUntil', { lot: lotNumber, day: formats.day(expiresOn) }),
    )
    const orders = detail?.orderNumbers ?? []
    return t(isKnown(reason) ? BECAUSE[reason] : BECAUSE.none, {
      units: formats.number(detail && detail.presentUnits > 0 ? detail.presentUnits : units),
      orders: orders.length > 0 ? list.format(orders) : t('approval.otherOrders'),
      lots: lots.length > 0 ? ` (${lots.join('\u00a0; ')})` : '',
    })
  }
}

const isKnown = (reason: string): reason is keyof typeof BECAUSE => reason in BECAUSE
