export { type EventHub, openEventHub } from './event-hub.js'
export { type EventStreamLimits, eventRoutes } from './routes.js'
