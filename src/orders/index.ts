export { advanceOrder, authoriseStep, requireHubRole } from './advance-order.js'
export { allocateOrder } from './allocate-order.js'
export { approveOrder } from './approve-order.js'
export { cancelOrder } from './cancel-order.js'
export { createOrder } from './create-order.js'
export { editOrder } from './edit-order.js'
export { expectedLots } from './expected-lots.js'
export { finishPicking } from './finish-picking.js'
export { foreseeSupply } from './foresee-supply.js'
export { type LockedOrder, lockOrder } from './load-order.js'
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
  FinishPickingInput,
  ListOrdersQuery,
  PickInput,
} from './schema.js'
export { startPicking } from './start-picking.js'
export { submitOrder } from './submit-order.js'
export { resumeOrder, suspendOrder } from './suspend-order.js'
export { requireUsable } from './usable-lot.js'
export { OrderView } from './view-schema.js'
