import { useFormats } from '../../texts/formats.js'
import { signedEuros, signedPercent } from '../kit/figures.js'
import type { Against } from './compared.js'
import { useBudgetTexts } from './texts.js'

/** A variance in words: in euros and as a share of the budget. */
export function useGapWords() {
  const texts = useBudgetTexts()
  const formats = useFormats()
  const share = (against: Against) =>
    against.share === undefined ? '–' : signedPercent(formats, against.share)
  return {
    share,
    amount: ({ gap }: Against) => signedEuros(formats, gap),
    gap: (against: Against) =>
      against.share === undefined
        ? texts('compare.noBudget')
        : texts('compare.gap', {
            amount: signedEuros(formats, against.gap),
            share: share(against),
          }),
    ofBudget: ({ charged, budget }: Against) =>
      texts('compare.ofBudget', { charged: formats.euros(charged), budget: formats.euros(budget) }),
  }
}
