import type { ProductHit } from '../../../../src/catalogue/schema.js'
import { calendarDate } from '../../../../src/kernel/calendar.js'
import { DomainError } from '../../../../src/kernel/errors.js'
import { cip13Of, parseScan, valueOfAi } from '../../../../src/kernel/gs1.js'
import { readMedicineScan } from '../../../../src/kernel/gs1-medicine.js'
import type { LotSummary } from '../../../../src/stock/overview-schema.js'
import { api, read } from '../../api/client.js'
import { ApiProblem } from '../../api/problem.js'
import { dayIn } from '../stock/stock-queries.js'

export type Pack = ProductHit['presentations'][number]

/** A box as it was read: what the catalogue and the stock know of it, and what its code says. */
export interface ReadBox {
  readonly product: ProductHit
  readonly pack: Pack | undefined
  readonly lotNumber: string | undefined
  readonly expiresOn: string | undefined
  readonly serial: string | undefined
  /** The lot, when it came in before. */
  readonly known: LotSummary | undefined
}

/** What is wrong with a code is a refusal like the server's, with the same words. */
const asRefusal = (error: unknown): unknown =>
  error instanceof DomainError
    ? new ApiProblem({ ...error.details, status: 422, code: error.code, detail: error.message })
    : error

/**
 * Reads the code of a box and looks for its product; `undefined` when the catalogue has no such code.
 * The server reads it again: this is to say at once what to do with the box in hand.
 * @throws ApiProblem when the code cannot be read · NetworkProblem
 */
export async function readBox(
  scan: string,
  groupingId: string,
): Promise<ReadBox | { readonly unknownCode: string }> {
  const code = codeOf(scan)
  const { items } = await read(api.products.$get({ query: { search: code, limit: '10' } }))
  const product = items.find(({ presentations }) => presentations.some((pack) => has(pack, code)))
  if (product === undefined) return { unknownCode: code }
  return complete(scan, product, { groupingId, code })
}

/** The same, when the person says which product it is. */
export async function readBoxOf(
  scan: string,
  product: ProductHit,
  groupingId: string,
): Promise<ReadBox> {
  return complete(scan, product, { groupingId, code: codeOf(scan) })
}

const has = ({ cip13, gtin14, cip7, ucd13 }: Pack, code: string): boolean =>
  [cip13, gtin14, cip7, ucd13].includes(code)

function codeOf(scan: string): string {
  try {
    const parsed = parseScan(scan)
    const code = cip13Of(parsed) ?? valueOfAi(parsed, '01')
    if (code !== undefined) return code
    readMedicineScan(scan, { today: calendarDate(dayIn(0)), isSerialised: false })
    return scan
  } catch (error) {
    throw asRefusal(error)
  }
}

async function complete(
  scan: string,
  product: ProductHit,
  { groupingId, code }: { readonly groupingId: string; readonly code: string },
): Promise<ReadBox> {
  const lots = await read(
    api.stock.lots.$get({
      query: { groupingId, productId: product.id, held: 'anywhere', limit: '200' },
    }),
  )
  try {
    const { lotNumber, expiresOn, serial } = readMedicineScan(scan, {
      today: calendarDate(dayIn(0)),
      isSerialised: product.isSerialised,
      knownLots: lots.items.map((lot) => lot.lotNumber),
    })
    return {
      product,
      pack: product.presentations.find((pack) => has(pack, code)),
      lotNumber,
      expiresOn,
      serial,
      known: lots.items.find((lot) => lot.lotNumber === lotNumber),
    }
  } catch (error) {
    throw asRefusal(error)
  }
}
