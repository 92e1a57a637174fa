import type { DiscrepancyView } from '../../../../src/deliveries/schema.js'
import { Panel } from '../../ui/layout/panel.js'
import { DiscrepancyList } from '../receipts/discrepancy-list.js'
import { useHomeTexts } from './texts/index.js'

/** Differences that wait for the pharmacy's word. */
export function DiscrepanciesToday({ items }: { readonly items: readonly DiscrepancyView[] }) {
  const t = useHomeTexts()
  if (items.length === 0) return null
  return (
    <Panel title={t('discrepancies.title')}>
      <DiscrepancyList items={items} withDelivery />
    </Panel>
  )
}
