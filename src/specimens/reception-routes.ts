import { z } from 'zod'
import { SpecimenShipmentId } from '../kernel/ids.js'
import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { ALARM_KEEPERS, acknowledgeAlarm } from './acknowledge-alarm.js'
import { declareLost, findShipment } from './lose-shipment.js'
import { listAlarms } from './queries.js'
import { receiveTube } from './receive-tube.js'
import { reconcileShipment } from './reconcile-shipment.js'
import {
  AcknowledgeInput,
  ListAlarmsQuery,
  ReasonInput,
  ReceiveTubeInput,
  RowId,
} from './schema.js'
import { startReceiving } from './start-receiving.js'
import { rolesForShipment } from './transitions.js'
import { AlarmPage, AlarmView, ReceptionView, ShipmentView } from './view-schema.js'

const params = z.object({ id: SpecimenShipmentId })
const tag = 'Specimens'
const answered = (description: string) => ({ 200: { description, schema: ShipmentView } })

export const receptionRoutes = createRouter()
  .post(
    '/specimen-shipments/:id/start-receiving',
    contract({
      operationId: 'startReceivingSpecimens',
      summary: 'Open a delivered container at the bench',
      tag,
      roles: rolesForShipment('start-receiving'),
      answers: answered('The shipment at the bench'),
      problems: ['wrong-state'],
    }),
    valid('param', params),
    async (c) => reply(c, ShipmentView, await startReceiving(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/specimen-shipments/:id/receptions',
    contract({
      operationId: 'receiveTube',
      summary: 'Decide about one tube at the bench',
      tag,
      roles: rolesForShipment('receive-tube'),
      answers: { 201: { description: 'What was decided', schema: ReceptionView } },
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', ReceiveTubeInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ReceptionView, await receiveTube(c.var.ctx, id, c.req.valid('json')), 201)
    },
  )
  .post(
    '/specimen-shipments/:id/reconcile',
    contract({
      operationId: 'reconcileSpecimenShipment',
      summary: 'Close the reception, once every tube has a verdict',
      tag,
      roles: rolesForShipment('reconcile'),
      answers: answered('The reconciled shipment'),
      problems: ['unreconciled', 'wrong-state'],
    }),
    valid('param', params),
    async (c) =>
      reply(c, ShipmentView, await reconcileShipment(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/specimen-shipments/:id/lost',
    contract({
      operationId: 'declareSpecimenShipmentLost',
      summary: 'Declare a sealed container lost',
      tag,
      roles: rolesForShipment('declare-lost'),
      answers: answered('The lost shipment'),
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', ReasonInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ShipmentView, await declareLost(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .post(
    '/specimen-shipments/:id/found',
    contract({
      operationId: 'findSpecimenShipment',
      summary: 'Take a lost container back to where it was',
      tag,
      roles: rolesForShipment('find'),
      answers: answered('The shipment found again'),
      problems: ['wrong-state'],
    }),
    valid('param', params),
    valid('json', ReasonInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, ShipmentView, await findShipment(c.var.ctx, id, c.req.valid('json')))
    },
  )
  .get(
    '/deadline-alarms',
    contract({
      operationId: 'listDeadlineAlarms',
      summary: 'Alarms about deadlines, newest first',
      tag,
      roles: 'any',
      answers: { 200: { description: 'A page of alarms', schema: AlarmPage } },
    }),
    valid('query', ListAlarmsQuery),
    async (c) => reply(c, AlarmPage, await listAlarms(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/deadline-alarms/:id/acknowledge',
    contract({
      operationId: 'acknowledgeDeadlineAlarm',
      summary: 'Say that somebody looks after an alarm',
      tag,
      roles: ALARM_KEEPERS,
      answers: { 200: { description: 'The alarm', schema: AlarmView } },
    }),
    valid('param', z.object({ id: RowId })),
    valid('json', AcknowledgeInput),
    async (c) => {
      const { id } = c.req.valid('param')
      return reply(c, AlarmView, await acknowledgeAlarm(c.var.ctx, id, c.req.valid('json')))
    },
  )
