export { ingestEvents } from './ingest-events.js'
export {
  type CustodyFact,
  type CustodyState,
  type Journey,
  projectCustody,
} from './project-custody.js'
export { getTimeline, listConflicts } from './queries.js'
export { custodyRoutes } from './routes.js'
export { IngestEventsInput } from './schema.js'
export { type CustodyViolation, custodyViolations } from './violations.js'
