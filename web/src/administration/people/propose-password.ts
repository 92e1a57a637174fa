/** Letters that are not mistaken for one another when they are read aloud or copied by hand. */
const CLASSES = [
  'abcdefghijkmnpqrstuvwxyz',
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  '23456789',
  '-+*=?%@',
] as const
const LENGTH = 16

const below = (limit: number): number => {
  // Rejection keeps every letter as likely as the others.
  const ceiling = Math.floor(2 ** 32 / limit) * limit
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < ceiling) return drawn % limit
  }
}

const oneOf = (letters: string): string => letters[below(letters.length)] ?? ''

/** Sixteen characters with all four classes, drawn by the browser's own generator. */
export function proposePassword(): string {
  const drawn: string[] = CLASSES.map(oneOf)
  while (drawn.length < LENGTH) drawn.push(oneOf(CLASSES.join('')))
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = below(last + 1)
    const kept = drawn[last] ?? ''
    drawn[last] = drawn[other] ?? ''
    drawn[other] = kept
  }
  return drawn.join('')
}
