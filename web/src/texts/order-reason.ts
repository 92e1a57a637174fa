import { REASON_CODES } from '../../../src/orders/reasons.js'

/**
 * Why an order was stopped, as it is kept: a code, words, or a code and words after a colon. The code is
 * said in words, and nothing of what a person typed is lost.
 */
export function sayOrderReason(reason: string, word: (code: string) => string): string {
  const code = REASON_CODES.find((each) => reason === each || reason.startsWith(`${each}: `))
  if (code === undefined) return reason
  const comment = reason.slice(code.length + 2)
  if (comment === '') return word(code)
  return code === 'other' ? comment : `${word(code)}\u00a0: ${comment}`
}
