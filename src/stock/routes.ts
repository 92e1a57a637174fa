import { contract, createRouter, reply, valid } from '../platform/http/contract.js'
import { listBalances } from './list-balances.js'
import { listItems } from './list-items.js'
import { overviewRoutes } from './overview-routes.js'
import { quarantineLot } from './quarantine-lot.js'
import { listReceipts } from './receipt-view.js'
import { receiveStock } from './receive-stock.js'
import { releaseQuarantine } from './release-quarantine.js'
import { reverseMovement } from './reverse-movement.js'
import { DECIDES_ON_STOCK, READS_STOCK, RECEIVES_STOCK } from './roles.js'
import {
  BalancePage,
  BalancesQuery,
  ItemPage,
  ItemsQuery,
  LotParam,
  LotTraceView,
  LotView,
  MovementParam,
  ReasonInput,
  ReceiptPage,
  ReceiptsQuery,
  ReceiptView,
  ReceiveStockInput,
  ReversalView,
} from './schema.js'
import { traceLot } from './trace-lot.js'

const tag = 'Stock'

export const stockRoutes = createRouter()
  .route('/', overviewRoutes)
  .post(
    '/stock/receipts',
    contract({
      operationId: 'receiveStock',
      summary: 'Take in a supplier’s delivery, by scan or by hand',
      tag,
      roles: RECEIVES_STOCK,
      answers: {
        201: { description: 'Lots, ledger and average cost are up to date', schema: ReceiptView },
      },
      problems: [
        'lot-expired',
        'lot-conflict',
        'lot-blocked',
        'period-closed',
        'scan-unreadable',
        'scan-mismatch',
      ],
    }),
    valid('json', ReceiveStockInput),
    async (c) => reply(c, ReceiptView, await receiveStock(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/stock/receipts',
    contract({
      operationId: 'listStockReceipts',
      summary: 'Receipts of a grouping, latest first',
      tag,
      roles: READS_STOCK,
      answers: { 200: { description: 'A page of receipts', schema: ReceiptPage } },
    }),
    valid('query', ReceiptsQuery),
    async (c) => reply(c, ReceiptPage, await listReceipts(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/balances',
    contract({
      operationId: 'listStockBalances',
      summary: 'What each place holds of each lot, earliest expiry first',
      tag,
      roles: READS_STOCK,
      answers: { 200: { description: 'A page of balances', schema: BalancePage } },
    }),
    valid('query', BalancesQuery),
    async (c) => reply(c, BalancePage, await listBalances(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/items',
    contract({
      operationId: 'listStockItems',
      summary: 'Products of the hub: available, reserved, average cost, earliest expiry',
      tag,
      roles: READS_STOCK,
      answers: { 200: { description: 'A page of products', schema: ItemPage } },
    }),
    valid('query', ItemsQuery),
    async (c) => reply(c, ItemPage, await listItems(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/stock/lots/:lotId/trace',
    contract({
      operationId: 'traceLot',
      summary: 'Every movement and every holder of a lot',
      tag,
      roles: READS_STOCK,
      answers: { 200: { description: 'From the receipt to the last unit', schema: LotTraceView } },
    }),
    valid('param', LotParam),
    async (c) => reply(c, LotTraceView, await traceLot(c.var.ctx, c.req.valid('param').lotId)),
  )
  .post(
    '/stock/lots/:lotId/quarantine',
    contract({
      operationId: 'quarantineLot',
      summary: 'Block a lot until a pharmacist decides',
      tag,
      roles: DECIDES_ON_STOCK,
      answers: { 200: { description: 'No unit of it is available any more', schema: LotView } },
      problems: ['wrong-state'],
    }),
    valid('param', LotParam),
    valid('json', ReasonInput),
    async (c) => {
      const { lotId } = c.req.valid('param')
      return reply(c, LotView, await quarantineLot(c.var.ctx, lotId, c.req.valid('json')))
    },
  )
  .post(
    '/stock/lots/:lotId/release-quarantine',
    contract({
      operationId: 'releaseLotQuarantine',
      summary: 'Free a lot from quarantine',
      tag,
      roles: DECIDES_ON_STOCK,
      answers: { 200: { description: 'Its units may be promised again', schema: LotView } },
      problems: ['wrong-state', 'lot-blocked'],
    }),
    valid('param', LotParam),
    valid('json', ReasonInput),
    async (c) => {
      const { lotId } = c.req.valid('param')
      return reply(c, LotView, await releaseQuarantine(c.var.ctx, lotId, c.req.valid('json')))
    },
  )
  .post(
    '/stock/movements/:movementId/reverse',
    contract({
      operationId: 'reverseStockMovement',
      summary: 'Write the contrary of a movement, once',
      tag,
      roles: DECIDES_ON_STOCK,
      answers: { 201: { description: 'The contrary movement', schema: ReversalView } },
      problems: ['wrong-state', 'insufficient-stock'],
    }),
    valid('param', MovementParam),
    valid('json', ReasonInput),
    async (c) => {
      const movementId = BigInt(c.req.valid('param').movementId)
      const view = await reverseMovement(c.var.ctx, movementId, c.req.valid('json'))
      return reply(c, ReversalView, view, 201)
    },
  )
