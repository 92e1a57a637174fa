export { advanceOrder, authoriseStep, requireHubRole } from './advance-order.js'
export { allocateOrder } from './allocate-order.js'
export { approveOrder } from './approve-order.js'
export { auditingRefusals } from './audit-refusal.js'
export { cancelOrder } from './cancel-order.js'
export { createOrder } from './create-order.js'
export { timeZoneOf } from './day-of-order.js'
export { editOrder } from './edit-order.js'
export { type AllocatedLot, expectedLots } from './expected-lots.js'
export { finishPicking } from './finish-picking.js'
export { type LockedOrder, lockOrder, type OrderLine } from './load-order.js'
export { pickForOrder } from './pick-units.js'
export { type PlannedDelivery, planDelivery } from './plan-delivery.js'
export { shipUnits } from './quantities.js'
export { getOrder, listOrders } from './queries.js'
export { rejectOrder } from './reject-order.js'
export { releaseOrder } from './release-order.js'
export { orderRoutes } from './routes.js'
export { saveLines } from './save-lines.js'
export {
  ApproveOrderInput,
  CreateOrderInput,
  EditOrderInput,
  FinishPickingInput,
  ListOrdersQuery,
  ORDERABLE_KINDS,
  PickInput,
  ReasonInput,
  RejectOrderInput,
} from './schema.js'
export { startPicking } from './start-picking.js'
export { submitOrder } from './submit-order.js'
export { resumeOrder, suspendOrder } from './suspend-order.js'
export { ORDER_STATES, OrderState } from './transitions.js'
export { requireUsable } from './usable-lot.js'
export { OrderPage, OrderSummary, OrderView } from './view-schema.js'
