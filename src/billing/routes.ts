import { createRouter } from '../platform/http/contract.js'
import { budgetRoutes } from './budget-routes.js'
import { costRoutes } from './cost-routes.js'
import { periodRoutes } from './period-routes.js'
import { reviewRoutes } from './review-routes.js'

export const billingRoutes = createRouter()
  .route('/', costRoutes)
  .route('/', budgetRoutes)
  .route('/', periodRoutes)
  .route('/', reviewRoutes)
