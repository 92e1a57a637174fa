export { acknowledgeAlarm } from './acknowledge-alarm.js'
export { addTube } from './add-tube.js'
export { applyCustody } from './apply-custody.js'
export { cancelShipment } from './cancel-shipment.js'
export { listExams } from './catalogue-queries.js'
export { createExam } from './create-exam.js'
export { createShipment } from './create-shipment.js'
export { createStabilityRule } from './create-stability-rule.js'
export { forecastPickUp } from './forecast-pick-up.js'
export { declareLost, findShipment } from './lose-shipment.js'
export { getShipment, listAlarms, listShipments } from './queries.js'
export { receiveTube } from './receive-tube.js'
export { reconcileShipment } from './reconcile-shipment.js'
export { removeTube } from './remove-tube.js'
export { specimenRoutes } from './routes.js'
export {
  AddTubeInput,
  CreateExamInput,
  CreateShipmentInput,
  CreateStabilityRuleInput,
  ReceiveTubeInput,
} from './schema.js'
export { sealShipment } from './seal-shipment.js'
export { startReceiving } from './start-receiving.js'
export { ShipmentView } from './view-schema.js'
export { watchDeadlines } from './watch-deadlines.js'
