import type { ActivityView } from '../../../../src/billing/review-schema.js'
import { dayOf, useFormats } from '../../texts/formats.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useSplitTexts } from './texts.js'

interface Props {
  readonly fact: ActivityView
  /** The month whose facts are read. */
  readonly month: string
}

/** A fact recorded too late for its month: in that month, where it counts; there, where it comes from. */
export function LateMark({ fact, month }: Props) {
  const texts = useSplitTexts()
  const formats = useFormats()
  const happened = dayOf(fact.at).slice(0, 7)
  if (fact.countsIn !== month) {
    return (
      <StateBadge tone="warn">
        {texts('facts.countsLater', { month: formats.month(fact.countsIn) })}
      </StateBadge>
    )
  }
  if (fact.kind === 'record' || happened >= month) return null
  return (
    <StateBadge tone="info">{texts('facts.lateOf', { month: formats.month(happened) })}</StateBadge>
  )
}
