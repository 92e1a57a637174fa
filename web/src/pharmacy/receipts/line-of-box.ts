import type { ProductHit } from '../../../../src/catalogue/schema.js'
import { queryClient } from '../../api/query-client.js'
import { itemQuery } from '../stock/stock-queries.js'
import type { Pack, ReadBox } from './read-box.js'
import type { DraftLine } from './receipt-draft.js'

interface Wish {
  readonly product: ProductHit
  readonly pack: Pack | undefined
  readonly groupingId: string
}

async function bareLine({ product, pack, groupingId }: Wish): Promise<DraftLine> {
  const item = await queryClient.fetchQuery(itemQuery(groupingId, product.id))
  const unitsPerPack = pack?.unitsPerPack ?? null
  return {
    key: crypto.randomUUID(),
    productId: product.id,
    productName: product.denomination,
    storageClass: product.storageClass,
    isNarcotic: product.isNarcotic,
    cip13: pack?.cip13 ?? null,
    unitsPerPack,
    averageCost: item?.averageCost ?? null,
    lotNumber: '',
    expiresOn: null,
    countsPacks: unitsPerPack !== null,
    count: 1,
    cost: '',
    serials: [],
  }
}

/** A line from a scanned box: one pack of it, at a cost still to be said. */
export async function lineOfBox(
  box: ReadBox,
  scan: string,
  groupingId: string,
): Promise<DraftLine> {
  const { product, pack, lotNumber = '', expiresOn, serial, known } = box
  return {
    ...(await bareLine({ product, pack: pack ?? onlyPack(product), groupingId })),
    scan,
    lotNumber,
    expiresOn: expiresOn ?? known?.expiresOn ?? null,
    serials: serial === undefined ? [] : [serial],
  }
}

/** A line for a product chosen by hand: everything else is typed. */
export const lineByHand = (product: ProductHit, groupingId: string): Promise<DraftLine> =>
  bareLine({ product, pack: product.presentations[0], groupingId })

const onlyPack = ({ presentations }: ProductHit): Pack | undefined =>
  presentations.length === 1 ? presentations[0] : undefined
