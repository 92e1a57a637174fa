import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ProductHit } from '../../../../src/catalogue/schema.js'
import { ApiProblem } from '../../api/problem.js'
import { explainProblem } from '../../api/problems/explain-problem.js'
import { useFormats } from '../../texts/formats.js'
import { useLanguage } from '../../texts/language.js'
import type { Tone } from '../../ui/marks/tone.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { signal } from '../../ui/scan/feedback.js'
import { ScanField } from '../../ui/scan/scan-field.js'
import { useUiTexts } from '../../ui/texts.js'
import { ChooseProduct } from './choose-product.js'
import { type Judgement, judgeBox } from './judge-box.js'
import { lineByHand, lineOfBox } from './line-of-box.js'
import { readBox, readBoxOf } from './read-box.js'
import { type ReceiptDraft, withBox } from './receipt-draft.js'
import { useReceiptTexts } from './texts.js'

interface Props {
  readonly groupingId: string
  readonly draft: ReceiptDraft
  readonly change: (update: (draft: ReceiptDraft) => ReceiptDraft) => void
}

interface Said {
  readonly tone: Tone
  readonly words: string
  readonly detail: string
  /** A code the catalogue does not know: the person may say what it is. */
  readonly unknownScan?: string
}

/** The scan field and its last verdict; a box that must be refused is not added. */
export function ScanBench({ groupingId, draft, change }: Props) {
  const t = useReceiptTexts()
  const say = useSaying()
  const [said, setSaid] = useState<Said>()
  const [choosing, setChoosing] = useState<'closed' | 'by-hand' | 'for-scan'>('closed')
  const tell = (next: Said) => {
    setSaid(next)
    signal(next.tone)
  }
  const take = async (reading: ReturnType<typeof readBox>, scan: string) => {
    try {
      const box = await reading
      if ('unknownCode' in box) {
        tell({ ...say.unknown(box.unknownCode), unknownScan: scan })
        return
      }
      const judgement = judgeBox(box, draft)
      if (judgement.verdict === 'added' || judgement.verdict === 'incomplete') {
        const line = await lineOfBox(box, scan, groupingId)
        change((before) => withBox(before, line))
      }
      tell(say.judged(judgement))
    } catch (error) {
      tell(say.failed(error))
    }
  }
  const choose = async (product: ProductHit) => {
    const scan = said?.unknownScan
    if (choosing === 'for-scan' && scan !== undefined) {
      await take(readBoxOf(scan, product, groupingId), scan)
      return
    }
    const line = await lineByHand(product, groupingId)
    change((before) => withBox(before, line))
    setSaid(undefined)
  }
  return (
    <Stack gap="sm">
      <ScanField
        label={t('form.scan')}
        onScan={(code) => void take(readBox(code, groupingId), code)}
      />
      {said === undefined ? null : (
        <Verdict tone={said.tone} detail={said.detail}>
          {said.words}
        </Verdict>
      )}
      <Group>
        {said?.unknownScan === undefined ? null : (
          <Button onClick={() => setChoosing('for-scan')}>{t('verdict.choose')}</Button>
        )}
        <Button variant="default" onClick={() => setChoosing('by-hand')}>
          {t('form.byHand')}
        </Button>
      </Group>
      <ChooseProduct
        isOpen={choosing !== 'closed'}
        onClose={() => setChoosing('closed')}
        onChoose={(product) => void choose(product)}
      />
    </Stack>
  )
}

function useSaying() {
  const t = useReceiptTexts()
  const ui = useUiTexts()
  const formats = useFormats()
  const language = useLanguage()
  const day = (on: string | undefined) => (on === undefined ? '–' : formats.day(on))
  return {
    unknown: (code: string): Said => ({
      tone: 'stop',
      words: t('verdict.unknown'),
      detail: t('verdict.unknownDetail', { code }),
    }),
    judged: ({ verdict, tone, box, packs }: Judgement): Said => {
      const values = {
        name: box.product.denomination,
        lot: box.lotNumber ?? '',
        expiry: day(box.expiresOn ?? box.known?.expiresOn),
        scanned: day(box.expiresOn),
        known: day(box.known?.expiresOn),
        serial: box.serial ?? '',
        count: t('verdict.packs', { count: packs }),
      }
      return {
        tone,
        words: t(`verdict.${verdict}`, values),
        detail: t(`verdict.${verdict}Detail`, values),
      }
    },
    failed: (error: unknown): Said => {
      if (error instanceof ApiProblem) {
        const { title, sentence, remedy } = explainProblem(error.problem, language)
        return { tone: 'stop', words: title, detail: `${sentence} ${remedy}` }
      }
      return { tone: 'warn', words: ui('offline.title'), detail: ui('offline.sentence') }
    },
  }
}
