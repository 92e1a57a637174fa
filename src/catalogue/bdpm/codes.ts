/** EAN-13 key of 12 digits (GS1 General Specifications §7.9). */
function eanKey(digits: string): number {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 1 : 3)
  return (10 - (sum % 10)) % 10
}

/**
 * CIP13: 3400, eight digits, EAN key (arrêté du 30/12/2021). The 5th digit is not fixed by the text,
 * except 8, which is reserved to UCD13. The CIP7's own key is not checked: newer codes do not follow it.
 */
export const isCip13 = (code: string): boolean =>
  /^3400[0-79]\d{8}$/.test(code) && eanKey(code) === Number(code[12])

/** UCD13: 34008, seven digits, EAN key. */
export const isUcd13 = (code: string): boolean =>
  /^34008\d{8}$/.test(code) && eanKey(code) === Number(code[12])
