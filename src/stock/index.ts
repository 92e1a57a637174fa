export { allocateLines } from './allocate-lines.js'
export { expireLots } from './expire-lots.js'
export type { UnmetUnits } from './explain-shortage.js'
export { type ForeseenLine, foreseeLines } from './foresee-lines.js'
export { setLotStatus } from './lot-status.js'
export { type MovementReason, moveStock, type NewMovement } from './move-stock.js'
export {
  type HubPlaces,
  hubPlaces,
  type MemberPlaces,
  memberPlaces,
  prepareGroupingStock,
  quarantinePlace,
} from './places.js'
export { receiveStock } from './receive-stock.js'
export { reconcileStock } from './reconcile-stock.js'
export { reduceAllocation, releaseLines } from './release-lines.js'
export { READS_STOCK } from './roles.js'
export { stockRoutes } from './routes.js'
export { ReceiveStockInput } from './schema.js'
export { traceLot } from './trace-lot.js'
export type { StockViolation } from './violation.js'
export { stockViolations } from './violations.js'
