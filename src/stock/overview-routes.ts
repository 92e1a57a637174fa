import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { listCoverage } from './coverage.js'
import { expiryHorizon } from './expiry-horizon.js'
import { listLots } from './list-lots.js'
import { listMovements } from './list-movements.js'
import { listPlaces } from './list-places.js'
import { listReservations } from './list-reservations.js'
import {
  ConsumptionQuery,
  CoverageList,
  CoverageQuery,
  ExpiryHorizon,
  ExpiryHorizonQuery,
  LotPage,
  LotsQuery,
  MovementPage,
  MovementsQuery,
  PlaceList,
  PlacesQuery,
  ReservationList,
  ReservationsQuery,
  WeeklyConsumption,
} from './overview-schema.js'
import { READS_STOCK } from './roles.js'
import { weeklyConsumption } from './weekly-consumption.js'

const tag = 'Stock'
const roles = READS_STOCK

/** The stock as it is looked at: by lot, by place, by week. */
export const overviewRoutes = createRouter()
  .get(
    '/stock/lots',
    contract({
      operationId: 'listLots',
      summary: 'Lots somebody holds, earliest expiry first, with where their units are',
      tag,
      roles,
      answers: { 200: { description: 'A page of lots', schema: LotPage } },
    }),
    valid('query', LotsQuery),
    async (c) => reply(c, LotPage, await listLots(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/places',
    contract({
      operationId: 'listStockPlaces',
      summary: 'Every place that can hold units, with what it holds',
      tag,
      roles,
      answers: { 200: { description: 'The places', schema: PlaceList } },
    }),
    valid('query', PlacesQuery),
    async (c) => reply(c, PlaceList, await listPlaces(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/expiry-horizon',
    contract({
      operationId: 'showExpiryHorizon',
      summary: 'Value of the hub’s stock by the week in which it expires',
      tag,
      roles,
      answers: { 200: { description: 'The weeks to come', schema: ExpiryHorizon } },
    }),
    valid('query', ExpiryHorizonQuery),
    async (c) => reply(c, ExpiryHorizon, await expiryHorizon(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/consumption',
    contract({
      operationId: 'showWeeklyConsumption',
      summary: 'What left for members, week by week',
      tag,
      roles,
      answers: { 200: { description: 'The weeks up to now', schema: WeeklyConsumption } },
    }),
    valid('query', ConsumptionQuery),
    async (c) =>
      reply(c, WeeklyConsumption, await weeklyConsumption(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/coverage',
    contract({
      operationId: 'listStockCoverage',
      summary: 'Products by how many days what is available lasts, worst first',
      tag,
      roles,
      answers: { 200: { description: 'The products', schema: CoverageList } },
    }),
    valid('query', CoverageQuery),
    async (c) => reply(c, CoverageList, await listCoverage(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/reservations',
    contract({
      operationId: 'listStockReservations',
      summary: 'For which orders the units of a product are kept',
      tag,
      roles,
      answers: { 200: { description: 'The reservations', schema: ReservationList } },
    }),
    valid('query', ReservationsQuery),
    async (c) => reply(c, ReservationList, await listReservations(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/movements',
    contract({
      operationId: 'listStockMovements',
      summary: 'What moved of a product, latest first',
      tag,
      roles,
      answers: { 200: { description: 'A page of movements', schema: MovementPage } },
    }),
    valid('query', MovementsQuery),
    async (c) => reply(c, MovementPage, await listMovements(c.var.ctx, c.req.valid('query'))),
  )
