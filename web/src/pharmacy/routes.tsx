import { orderRoutes } from './order-routes.js'
import { stockRoutes } from './stock-routes.js'

export const pharmacyRoutes = [...orderRoutes, ...stockRoutes]
