import { z } from 'zod'
import { SpecimenShipmentId, TubeId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { addTube } from './add-tube.js'
import { cancelShipment } from './cancel-shipment.js'
import { createShipment } from './create-shipment.js'
import { forecastPickUp, PickUpForecastView } from './forecast-pick-up.js'
import { getShipment, listShipments } from './queries.js'
import { removeTube } from './remove-tube.js'
import {
  AddTubeInput,
  CreateShipmentInput,
  ListShipmentsQuery,
  ReasonInput,
  SealInput,
} from './schema.js'
import { sealShipment } from './seal-shipment.js'
import { rolesForShipment } from './transitions.js'
import { ShipmentPage, ShipmentView } from './view-schema.js'

const params = z.object({ id: SpecimenShipmentId })
const tag = 'Specimens'
const answered = (description: string) => ({ 200: { description, schema: ShipmentView } })

export const packingRoutes = createRouter()
  .get(
    '/specimen-shipments',
    contract({
      operationId: 'listSpecimenShipments',
      summary: 'Specimen shipments, first to expire first',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of shipments', schema: ShipmentPage } },
    }),
    valid('query', ListShipmentsQuery),
    async (c) => reply(c, ShipmentPage, await listShipments(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/specimen-shipments',
    contract({
      operationId: 'createSpecimenShipment',
      summary: 'Open an empty container at an establishment',
      tag,
      roles: rolesForShipment('edit'),
      answers: { 201: { description: 'The draft', schema: ShipmentView } },
      problems: ['not-a-member'],
    }),
    valid('json', CreateShipmentInput),
    async (c) => reply(c, ShipmentView, await createShipment(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/specimen-shipments/:id',
    contract({
      operationId: 'getSpecimenShipment',
      summary: 'One shipment with its tubes, deadlines, papers and custody',
      tag,
      roles: 'any',
      answers: answered('The shipment'),
    }),
    valid('param', params),
    async (c) => reply(c, ShipmentView, await getShipment(c.var.ctx, c.req.valid('param').id)),
  )
  .get(
    '/specimen-shipments/:id/pick-up',
    contract({
      operationId: 'forecastPickUp',
      summary: 'The run that would take a container sealed now, and whether it is in time',
      tag,
      roles: 'any',
      answers: { 200: { description: 'The next pick-up', schema: PickUpForecastView } },
    }),
    valid('param', params),
    async (c) =>
      reply(c, PickUpForecastView, await forecastPickUp(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/specimen-shipments/:id/tubes',
    contract({
      operationId: 'addTube',
      summary: 'Put a tube in a draft',
      tag,
      roles: rolesForShipment('edit'),
      answers: { 201: { description: 'The shipment', schema: ShipmentView } },
      problems: ['duplicate', 'container-class-mixed', 'courier-forbidden-exam', 'wrong-state'],
    }),
    valid('param', params),
    valid('json', AddTubeInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ShipmentView, await addTube(c.var.ctx, id, c.req.valid('json')), 201)
    },
  )
  .delete(
    '/specimen-shipments/:id/tubes/:tubeId',
    contract({
      operationId: 'removeTube',
      summary: 'Take a tube out of a draft',
      tag,
      roles: rolesForShipment('edit'),
      answers: answered('The shipment'),
      problems: ['wrong-state'],
    }),
    valid('param', params.extend({ tubeId: TubeId })),
    async (c) => {
      const { id, tubeId } = c.req.valid('param')
      return reply(c, ShipmentView, await removeTube(c.var.ctx, id, tubeId))
    },
  )
  .post(
    '/specimen-shipments/:id/seal',
    contract({
      operationId: 'sealSpecimenShipment',
      summary: 'Close a container and give it to the next run',
      tag,
      roles: rolesForShipment('seal'),
      answers: answered('The sealed shipment'),
      problems: [
        'not-a-member',
        'cold-chain-incomplete',
        'container-class-mixed',
        'courier-forbidden-exam',
        'cut-off-passed',
        'wrong-state',
      ],
    }),
    valid('param', params),
    valid('json', SealInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ShipmentView, await sealShipment(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/specimen-shipments/:id/cancel',
    contract({
      operationId: 'cancelSpecimenShipment',
      summary: 'Give a shipment up before its first pick-up',
      tag,
      roles: rolesForShipment('cancel'),
      answers: answered('The cancelled shipment'),
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', ReasonInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ShipmentView, await cancelShipment(c.var.ctx, id, c.req.valid('json')))
    },
  )
