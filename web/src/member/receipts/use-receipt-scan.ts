import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { cip13Of, parseScan, valueOfAi } from '../../../../src/kernel/gs1.js'
import { api, read } from '../../api/client.js'
import type { Tone } from '../../ui/marks/tone.js'
import { signal } from '../../ui/scan/feedback.js'
import type { Delivery, DeliveryLine } from './delivery-queries.js'
import { oneMore, type ReceiptDraft, stateOf } from './receipt-draft.js'
import { useReceiptTexts } from './texts/index.js'

export interface ScanVerdict {
  readonly tone: Tone
  readonly words: string
  readonly detail?: string
}

interface Options {
  readonly delivery: Delivery
  readonly draft: ReceiptDraft
  readonly change: (update: (draft: ReceiptDraft) => ReceiptDraft) => void
}

/** What a scan means at a receipt: a tote that is there, or a box of a lot that is counted. */
export function useReceiptScan({ delivery, draft, change }: Options) {
  const t = useReceiptTexts()
  const queries = useQueryClient()
  const [verdict, setVerdict] = useState<ScanVerdict>()

  const say = (next: ScanVerdict) => {
    setVerdict(next)
    signal(next.tone)
  }
  const countBox = async (line: DeliveryLine, cip13: string | undefined) => {
    if (stateOf(line, draft.answers[line.id]) === 'whole') {
      say({ tone: 'warn', words: t('scan.lotFull', { lot: line.lotNumber }) })
      return
    }
    const product = await queries.fetchQuery({
      queryKey: ['products', line.product.id],
      queryFn: () =>
        read(api.products[':productId'].$get({ param: { productId: line.product.id } })),
      staleTime: 10 * 60_000,
    })
    const pack = product.presentations.find((each) => each.cip13 === cip13)
    const units = pack?.unitsPerPack ?? 1
    change((now) => oneMore(now, line, units))
    say({
      tone: 'ok',
      words: t('scan.counted', { n: units }),
      detail: `${line.product.denomination} · ${t('lot.number', { lot: line.lotNumber })}`,
    })
  }
  const hear = (raw: string) => {
    const code = raw.trim().toUpperCase()
    const tote = delivery.totes.find((each) => each.code.toUpperCase() === code)
    if (tote) {
      const isAgain = draft.totes.includes(tote.code)
      if (!isAgain) change((now) => ({ ...now, totes: [...now.totes, tote.code] }))
      say({
        tone: isAgain ? 'warn' : 'ok',
        words: t(isAgain ? 'scan.toteAgain' : 'scan.tote', { code: tote.code }),
        ...(tote.sealNumber !== null && {
          detail: t('scan.checkSeal', { seal: tote.sealNumber }),
        }),
      })
      return
    }
    const { lot, cip13 } = readBox(raw)
    const lines = delivery.lines.filter(({ lotNumber }) => lotNumber.toUpperCase() === lot)
    const line = lines.find((each) => stateOf(each, draft.answers[each.id]) !== 'whole') ?? lines[0]
    if (line) void countBox(line, cip13)
    else say({ tone: 'stop', words: t('scan.unknown'), detail: t('scan.unknownHow', { code }) })
  }
  return { verdict, hear }
}

/** The lot of a box: in its DataMatrix, or as typed. */
function readBox(raw: string): { readonly lot: string; readonly cip13: string | undefined } {
  const typed = raw.trim().toUpperCase()
  try {
    const scan = parseScan(raw)
    return { lot: valueOfAi(scan, '10')?.toUpperCase() ?? typed, cip13: cip13Of(scan) }
  } catch {
    return { lot: typed, cip13: undefined }
  }
}
