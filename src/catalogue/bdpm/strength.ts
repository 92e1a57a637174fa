const AMOUNT = '\\d+(?:[ \\u00a0\\u202f]\\d{3})*(?:[.,]\\d+)?'
const UNIT =
  '(?:microgrammes?|milligrammes?|grammes?|unités|unites|MBq|GBq|kBq|mmol|mEq|MUI|UI|U\\.?I\\.?|mcg|µg|mg|ng|g|ml|l|%|pour ?cent|ppm)'
const DOSE = `${AMOUNT}\\s*${UNIT}(?![\\p{L}])`
const PER = `(?:\\s*/\\s*(?:${AMOUNT}\\s*)?(?:${UNIT}|dose|heures?|h|jour)(?![\\p{L}]))?`
const STRENGTH = new RegExp(`${DOSE}${PER}(?:\\s*/\\s*${DOSE}${PER})*`, 'iu')

/**
 * The strength as the denomination prints it: `1 g/200 mg`, `10 mg/mL`. The composition file is not
 * used: it gives the salt (97,86 mg) where prescriptions say the base (75 mg), product by product.
 */
export function strengthIn(denomination: string): string | null {
  const strength = STRENGTH.exec(denomination)?.[0].replace(/\s+/g, ' ').trim()
  // « A 313 200 000 UI »: a name ending in digits runs into the amount, and nothing says where.
  return strength === undefined || /^\d{3} \d{3} \d{3}/.test(strength) ? null : strength
}
