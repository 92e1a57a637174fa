export {
  type AllocationRequest,
  allocateLines,
  type LineAllocation,
  type LineToAllocate,
  type Pick,
} from './allocate-lines.js'
export { nextAverageCost } from './average-cost.js'
export { expireLots } from './expire-lots.js'
export type { UnmetUnits } from './explain-shortage.js'
export { type LotStatus, setLotStatus } from './lot-status.js'
export {
  MOVEMENT_REASONS,
  type MovementReason,
  moveStock,
  type NewMovement,
  type RecordedMovement,
} from './move-stock.js'
export {
  type HubPlaceKind,
  type HubPlaces,
  hubPlaces,
  type MemberPlaces,
  memberPlaces,
  prepareGroupingStock,
  quarantinePlace,
} from './places.js'
export { receiveStock } from './receive-stock.js'
export { reconcileStock } from './reconcile-stock.js'
export { type ReleasedUnits, reduceAllocation, releaseLines } from './release-lines.js'
export { stockRoutes } from './routes.js'
export { LotTraceView, ReceiptView, type ReceiveStockInput } from './schema.js'
export { traceLot } from './trace-lot.js'
export { type StockViolation, stockViolations } from './violations.js'
