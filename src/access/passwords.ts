import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id (the library's default variant): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash of a password nobody has, at the same cost: an unknown account takes as long as a known one. */
export const DECOY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$C5HkNx32ZOijYCqoqdEMzA$Sr4wvzHYbXz7ihPxaaF5nrIVSmNrlITEywskjSndxv0'

/** One keyboard sends é as one character, another as two: the same password either way. */
const asTyped = (password: string): string => password.normalize('NFC')

/** The argon2id hash to store, with its salt and cost in it. */
export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), COST)

/** Whether `password` is the one behind `storedHash`; without a hash it works as long and says no. */
export async function passwordMatches(
  storedHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(storedHash ?? DECOY_HASH, asTyped(password))
  return matches && storedHash != null
}
