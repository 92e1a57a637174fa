import type { SameTexts } from '../../../texts/define-texts.js'
import type { fr } from './fr.js'

export const en: SameTexts<typeof fr> = {
  title: 'Today',
  runs: {
    title: 'Next runs',
    table: 'Runs and the orders that go with them',
    none: 'No run is planned',
    noneHint: 'Runs come from run templates; a single run is planned under “Runs”.',
    run: 'Run',
    departs: 'Leaves',
    cutoff: 'Cut-off',
    waiting: 'Orders',
    nothing: 'nothing to prepare',
    ready: '{{count}} of {{total}} ready',
    urgent_one: '{{count}} urgent',
    urgent_other: '{{count}} urgent',
  },
  todo: {
    title: 'To do',
    submitted: 'to approve',
    toAllocate: 'to allocate',
    allocated: 'to pick',
    picking: 'being picked',
    picked: 'to release',
    released: 'to pack',
    packed: 'deliveries to dispatch',
  },
  late: {
    title: 'To watch',
    orders: 'late orders',
    deliveries: 'deliveries late on the road',
    awaiting: 'handed over, not yet received',
    discrepancies: 'discrepancies to settle',
    suspended: 'suspended orders',
    urgent: 'urgent orders',
  },
  stock: {
    title: 'Stock',
    backorders: 'orders waiting for stock',
    shortOrders: 'orders supplied in part',
    expiring: 'lots expiring within 90 days',
    blocked: 'blocked lots',
    out: 'products with none available',
  },
  mine: { title: 'What I am picking', resume: 'Resume' },
}
