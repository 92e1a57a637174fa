export { readToday } from './read-today.js'
export { todayRoutes } from './routes.js'
