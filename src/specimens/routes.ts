import { createRouter } from '../platform/http/contract.js'
import { catalogueRoutes } from './catalogue-routes.js'
import { packingRoutes } from './packing-routes.js'
import { receptionRoutes } from './reception-routes.js'

/** From the exam catalogue to the reception bench. */
export const specimenRoutes = createRouter()
  .route('/', catalogueRoutes)
  .route('/', packingRoutes)
  .route('/', receptionRoutes)
