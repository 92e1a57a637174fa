export { findingRoutes } from './routes.js'
