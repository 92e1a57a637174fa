import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createVault, digestOf, randomSecret } from './secrets.js'

const vault = createVault('a secret of at least thirty-two characters')

test.prop([fc.string({ unit: 'binary' }), fc.string()])(
  'what is sealed opens again, for the same purpose and owner',
  (plain, owner) => {
    expect(vault.open('totp-secret', vault.seal('totp-secret', plain, owner), owner)).toBe(plain)
  },
)

test('sealing twice gives two texts, neither of which shows the value', () => {
  const [first, second] = [1, 2].map(() => vault.seal('totp-secret', 'JBSWY3DP', 'u1'))

  expect(first).not.toBe(second)
  expect(Buffer.from(first ?? '', 'base64url').toString('latin1')).not.toContain('JBSWY3DP')
})

test('another owner, another purpose, another installation or a changed bit does not open', () => {
  const sealed = vault.seal('totp-secret', 'JBSWY3DP', 'u1')
  const bytes = Buffer.from(sealed, 'base64url')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)

  expect(vault.open('totp-secret', sealed, 'u2')).toBeUndefined()
  expect(vault.open('oidc-flow', sealed, 'u1')).toBeUndefined()
  expect(createVault('another secret').open('totp-secret', sealed, 'u1')).toBeUndefined()
  expect(vault.open('totp-secret', bytes.toString('base64url'), 'u1')).toBeUndefined()
})

test.prop([fc.string()])('no text makes opening fail otherwise than by refusing', (text) => {
  expect(vault.open('oidc-flow', text, '')).toBeUndefined()
})

test('a secret holds 256 bits and its digest is what SHA-256 says', () => {
  expect(Buffer.from(randomSecret(), 'base64url')).toHaveLength(32)
  expect(randomSecret()).not.toBe(randomSecret())
  expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
