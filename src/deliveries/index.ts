export { deliverDelivery, markDelivered } from './deliver-delivery.js'
export { dispatchDelivery } from './dispatch-delivery.js'
export { leaveBehind } from './leave-behind.js'
export { packDelivery } from './pack-delivery.js'
export { getDelivery, listDeliveries, listDiscrepancies } from './queries.js'
export { receiveDelivery } from './receive-delivery.js'
export { deliveryRoutes } from './routes.js'
export {
  DeliveryView,
  DiscrepancyView,
  PackDeliveryInput,
  ReceiveDeliveryInput,
  SettleDiscrepancyInput,
} from './schema.js'
export { settleDiscrepancy } from './settle-discrepancy.js'
export { orderViolations } from './violations.js'
