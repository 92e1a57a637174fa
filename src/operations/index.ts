export { pruneRecords } from './prune-records.js'
export { recordDeadLetter } from './record-dead-letter.js'
export { requestEachGrouping } from './request-each-grouping.js'
export { operationRoutes } from './routes.js'
