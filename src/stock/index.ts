export {
  type AllocationRequest,
  allocateLines,
  type LineAllocation,
  type LineToAllocate,
  type Pick,
} from './allocate-lines.js'
export type { UnmetUnits } from './explain-shortage.js'
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
export { type ReleasedUnits, reduceAllocation, releaseLines } from './release-lines.js'
