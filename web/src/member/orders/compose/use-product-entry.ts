import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWedge } from '../../../ui/scan/use-wedge.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketProduct } from './basket-line.js'
import {
  type ProductHit,
  packSizes,
  productOf,
  productSearchQuery,
  rememberPacks,
  searchedCode,
} from './product-queries.js'
import { parseQuantity } from './quantity.js'
import { useHits } from './use-hits.js'

export interface ProductEntryOptions {
  /** Units proposed for a product: what is already in the basket, the maximum of the allotment… */
  readonly proposed: (productId: string) => number | undefined
  readonly onAdd: (product: BasketProduct, units: number) => void
}

interface Chosen {
  readonly hit: ProductHit
  readonly sizes: readonly number[]
}

interface Line {
  readonly text: string
  readonly chosen: Chosen | undefined
  readonly typed: string
  readonly problem: string | undefined
}

const NOTHING: Line = { text: '', chosen: undefined, typed: '', problem: undefined }

/** The line being entered: words, then one product chosen, then its quantity. */
export function useProductEntry({ proposed, onAdd }: ProductEntryOptions) {
  const t = useOrderTexts()
  const queries = useQueryClient()
  const search = useRef<HTMLInputElement>(null)
  const quantity = useRef<HTMLInputElement>(null)
  const asking = useRef<Promise<Chosen | undefined>>(undefined)
  const [line, setLine] = useState(NOTHING)
  const hits = useHits(line.text, line.chosen !== undefined)
  const change = (part: Partial<Line>) => setLine((now) => ({ ...now, ...part }))

  const choose = (hit: ProductHit): Chosen => {
    rememberPacks(queries, hit)
    const chosen = { hit, sizes: packSizes(hit.presentations) }
    change({ chosen, text: hit.denomination, problem: undefined })
    // A quantity typed while the answer was on its way is kept.
    if (quantity.current?.value === '') {
      // Written and selected before the next key: a digit must replace the proposal, never lengthen it.
      flushSync(() => change({ typed: String(proposed(hit.id) ?? chosen.sizes[0] ?? '') }))
      quantity.current.select()
    }
    return chosen
  }
  /** The quantity takes the keys at once; what was asked for is settled when the answer comes. */
  const chooseFrom = (words: string, hit?: ProductHit, index = 0) => {
    quantity.current?.focus()
    if (hit) {
      asking.current = Promise.resolve(choose(hit))
      return
    }
    asking.current = queries.fetchQuery(productSearchQuery(words)).then(({ items }) => {
      const first = items[index] ?? items[0]
      if (first) return choose(first)
      search.current?.focus()
      change({ problem: t('entry.nothing', { text: words }) })
      return undefined
    })
    asking.current.catch(() => change({ problem: t('entry.unreachable') }))
  }
  const write = (text: string) => {
    setLine({ ...NOTHING, text })
    hits.restart()
  }
  const reset = () => {
    asking.current = undefined
    write('')
    search.current?.focus()
  }
  const add = async () => {
    const product = line.chosen ?? (await asking.current?.catch(() => undefined))
    if (product === undefined) return
    const units = parseQuantity(quantity.current?.value ?? '', product.sizes[0])
    if (units === undefined || units === 0) {
      change({ problem: t('entry.badQuantity') })
      return
    }
    onAdd(productOf(product.hit), units)
    reset()
  }
  useWedge({ onScan: (code) => chooseFrom(searchedCode(code)), isArmed: true, own: search })
  return { ...line, search, quantity, hits, chooseFrom, change, write, reset, add }
}

export type ProductEntryState = ReturnType<typeof useProductEntry>
