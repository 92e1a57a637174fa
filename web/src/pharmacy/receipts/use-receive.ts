import type { ReceiptView } from '../../../../src/stock/schema.js'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { type DraftLine, type ReceiptDraft, unitCostOf } from './receipt-draft.js'

/** Sends the whole receipt: the server takes in every line, or none and says which. */
export const useReceive = (groupingId: string, onDone: (receipt: ReceiptView) => void) =>
  useAct({
    act: ({ supplierName, supplierReference, lines }: ReceiptDraft) =>
      read(
        api.stock.receipts.$post({
          json: { groupingId, supplierName, supplierReference, lines: lines.map(lineOf) },
        }),
      ),
    changes: ['stock', 'products', 'orders', 'today'],
    onDone,
    quiet: true,
  })

const lineOf = (line: DraftLine) => ({
  ...(line.scan === undefined ? {} : { scan: line.scan }),
  ...(line.scan === undefined && line.cip13 !== null ? { cip13: line.cip13 } : {}),
  productId: line.productId,
  lotNumber: line.lotNumber.trim(),
  ...(line.expiresOn === null ? {} : { expiresOn: line.expiresOn }),
  ...(line.countsPacks ? { packs: line.count } : { units: line.count }),
  unitCost: unitCostOf(line) ?? '',
})
