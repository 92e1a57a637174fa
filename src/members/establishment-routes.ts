import { z } from 'zod'
import { CareUnitId, DeliveryPointId, EstablishmentId } from '../kernel/ids.js'
import { pageOf } from '../kernel/paging.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { addCareUnit, changeCareUnit, listCareUnits } from './care-units.js'
import { changeEstablishment } from './change-establishment.js'
import { createEstablishment } from './create-establishment.js'
import { addDeliveryPoint, changeDeliveryPoint, listDeliveryPoints } from './delivery-points.js'
import { listEstablishments, showEstablishment } from './establishments.js'
import {
  CareUnitInput,
  CareUnitView,
  ChangeEstablishmentInput,
  CreateEstablishmentInput,
  DeliveryPointInput,
  DeliveryPointView,
  EstablishmentView,
  ListEstablishmentsQuery,
} from './schema.js'

const tag = 'Members'
const EstablishmentPage = pageOf(EstablishmentView).meta({ ref: 'EstablishmentPage' })
const CareUnitList = z.object({ items: z.array(CareUnitView) }).meta({ ref: 'CareUnitList' })
const DeliveryPointList = z
  .object({ items: z.array(DeliveryPointView) })
  .meta({ ref: 'DeliveryPointList' })
const OneEstablishment = z.object({ establishmentId: EstablishmentId })
const OneCareUnit = OneEstablishment.extend({ careUnitId: CareUnitId })
const OneDeliveryPoint = OneEstablishment.extend({ deliveryPointId: DeliveryPointId })

const sites = createRouter()
  .get(
    '/',
    contract({
      operationId: 'listEstablishments',
      summary: 'The establishments I may see, with their memberships',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page', schema: EstablishmentPage } },
    }),
    valid('query', ListEstablishmentsQuery),
    async (c) =>
      reply(c, EstablishmentPage, await listEstablishments(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/',
    contract({
      operationId: 'createEstablishment',
      summary: 'Enter an establishment with its first membership',
      tag,
      roles: ['administrator'],
      answers: { 201: { description: 'The establishment', schema: EstablishmentView } },
      problems: ['duplicate'],
    }),
    valid('json', CreateEstablishmentInput),
    async (c) =>
      reply(c, EstablishmentView, await createEstablishment(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/:establishmentId',
    contract({
      operationId: 'showEstablishment',
      summary: 'One establishment',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The establishment', schema: EstablishmentView } },
    }),
    valid('param', OneEstablishment),
    async (c) => {
      const { establishmentId } = c.req.valid('param')
      return reply(c, EstablishmentView, await showEstablishment(c.var.ctx, establishmentId))
    },
  )
  .patch(
    '/:establishmentId',
    contract({
      operationId: 'changeEstablishment',
      summary: 'Correct what is known of an establishment',
      tag,
      roles: ['administrator'],
      answers: { 200: { description: 'The establishment', schema: EstablishmentView } },
      problems: ['duplicate'],
    }),
    valid('param', OneEstablishment),
    valid('json', ChangeEstablishmentInput),
    async (c) => {
      const { establishmentId } = c.req.valid('param')
      const view = await changeEstablishment(c.var.ctx, establishmentId, c.req.valid('json'))
      return reply(c, EstablishmentView, view)
    },
  )

const careUnits = createRouter()
  .get(
    '/',
    contract({
      operationId: 'listCareUnits',
      summary: 'The care units (UF) of an establishment',
      tag,
      roles: 'any',
      answers: { 200: { description: 'All of them, by code', schema: CareUnitList } },
    }),
    valid('param', OneEstablishment),
    async (c) => {
      const { establishmentId } = c.req.valid('param')
      return reply(c, CareUnitList, { items: await listCareUnits(c.var.ctx, establishmentId) })
    },
  )
  .post(
    '/',
    contract({
      operationId: 'addCareUnit',
      summary: 'Add a care unit',
      tag,
      roles: ['administrator'],
      answers: { 201: { description: 'The unit', schema: CareUnitView } },
      problems: ['duplicate'],
    }),
    valid('param', OneEstablishment),
    valid('json', CareUnitInput),
    async (c) => {
      const { establishmentId } = c.req.valid('param')
      const view = await addCareUnit(c.var.ctx, establishmentId, c.req.valid('json'))
      return reply(c, CareUnitView, view, 201)
    },
  )
  .put(
    '/:careUnitId',
    contract({
      operationId: 'changeCareUnit',
      summary: 'Change the code or the name of a care unit',
      tag,
      roles: ['administrator'],
      answers: { 200: { description: 'The unit', schema: CareUnitView } },
      problems: ['duplicate'],
    }),
    valid('param', OneCareUnit),
    valid('json', CareUnitInput),
    async (c) => {
      const { careUnitId } = c.req.valid('param')
      return reply(
        c,
        CareUnitView,
        await changeCareUnit(c.var.ctx, careUnitId, c.req.valid('json')),
      )
    },
  )

const deliveryPoints = createRouter()
  .get(
    '/',
    contract({
      operationId: 'listDeliveryPoints',
      summary: 'Where an establishment takes deliveries, with opening hours',
      tag,
      roles: 'any',
      answers: { 200: { description: 'All of them, by name', schema: DeliveryPointList } },
    }),
    valid('param', OneEstablishment),
    async (c) => {
      const { establishmentId } = c.req.valid('param')
      const items = await listDeliveryPoints(c.var.ctx, establishmentId)
      return reply(c, DeliveryPointList, { items })
    },
  )
  .post(
    '/',
    contract({
      operationId: 'addDeliveryPoint',
      summary: 'Add a delivery point with its opening hours',
      tag,
      roles: ['administrator'],
      answers: { 201: { description: 'The delivery point', schema: DeliveryPointView } },
      problems: ['duplicate'],
    }),
    valid('param', OneEstablishment),
    valid('json', DeliveryPointInput),
    async (c) => {
      const { establishmentId } = c.req.valid('param')
      const view = await addDeliveryPoint(c.var.ctx, establishmentId, c.req.valid('json'))
      return reply(c, DeliveryPointView, view, 201)
    },
  )
  .put(
    '/:deliveryPointId',
    contract({
      operationId: 'changeDeliveryPoint',
      summary: 'Change a delivery point',
      tag,
      roles: ['administrator'],
      answers: { 200: { description: 'The delivery point', schema: DeliveryPointView } },
      problems: ['duplicate'],
    }),
    valid('param', OneDeliveryPoint),
    valid('json', DeliveryPointInput),
    async (c) => {
      const { deliveryPointId } = c.req.valid('param')
      const view = await changeDeliveryPoint(c.var.ctx, deliveryPointId, c.req.valid('json'))
      return reply(c, DeliveryPointView, view)
    },
  )

export const establishmentRoutes = sites
  .route('/:establishmentId/care-units', careUnits)
  .route('/:establishmentId/delivery-points', deliveryPoints)
