/** Crockford's base 32: no I, L, O, U, which hands and eyes confuse. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
const PREFIX = 'SAC-'

/**
 * The key of a container code: positions weighted 1, 2, 3… modulo 31, which is prime, so one wrong
 * character and one swap of neighbours always show (except 0 typed for Z in one place, which share a
 * remainder).
 */
function keyOf(body: string): string {
  let sum = 0
  for (const [i, character] of [...body].entries()) sum += (i + 1) * ALPHABET.indexOf(character)
  return ALPHABET[sum % 31] ?? ''
}

/** The code printed on a container: 40 random bits of its shipment's id, then a key for typed codes. */
export function containerCodeOf(shipmentId: string): string {
  let bits = BigInt(`0x${shipmentId.replaceAll('-', '').slice(-10)}`)
  let body = ''
  for (let i = 0; i < LENGTH; i++) {
    body = `${ALPHABET[Number(bits & 31n)]}${body}`
    bits >>= 5n
  }
  return `${PREFIX}${body}${keyOf(body)}`
}

/** Whether a typed code can be one of ours: its shape and its key fit. */
export function isContainerCode(code: string): boolean {
  const body = code.slice(PREFIX.length, -1)
  return /^SAC-[0-9A-HJKMNP-TV-Z]{9}$/.test(code) && keyOf(body) === code.at(-1)
}
