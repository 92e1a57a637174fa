import { access } from './access.js'
import { billing } from './billing.js'
import { catalogue } from './catalogue.js'
import { courier } from './courier.js'
import { deliveries } from './deliveries.js'
import { gs1 } from './gs1.js'
import { kernel } from './kernel.js'
import { members } from './members.js'
import { orders } from './orders.js'
import { specimens } from './specimens.js'
import { stock } from './stock.js'

/**
 * Every sentence the server can say, `{}` where it puts something in, and its French: `{0:day}` is the
 * first of these, said as a day.
 */
export const MESSAGES: Readonly<Record<string, string>> = {
  ...access,
  ...billing,
  ...catalogue,
  ...courier,
  ...deliveries,
  ...gs1,
  ...kernel,
  ...members,
  ...orders,
  ...specimens,
  ...stock,
}
