import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../kernel/errors.js'
import { storageFailure } from './failure.js'

const FOLDER = '/srv/navette'

describe('what stopped the database', () => {
  test.each([
    ['disk-full', Object.assign(new Error('write'), { code: 'ENOSPC' })],
    ['disk-full', new Error('FATAL:  could not write lock file: No space left on device')],
    ['read-only', Object.assign(new Error('mkdir'), { code: 'EROFS' })],
    ['read-only', new Error('initdb: error: could not change permissions: Permission denied')],
    ['wrong-owner', new Error('FATAL:  data directory "/srv/navette/cluster" has wrong ownership')],
    ['other-version', new Error('FATAL:  database files are incompatible with server')],
    ['did-not-start', new Error('FATAL:  something new')],
  ])('is told as %s in one sentence that names the folder and a remedy', (reason, cause) => {
    const refusal = storageFailure(cause, FOLDER)

    expect(refusal).toMatchObject({ code: 'storage-unavailable', details: { reason } })
    expect(refusal.message).toMatch(/^[A-Z][^\n]*\/srv\/navette[^\n]*[:,] [^\n]+\.$/)
  })

  test('is quoted in its own words when nobody foresaw it', () => {
    const printed = new Error('LOG:  starting\nFATAL:  could not map memory\nLOG:  shut down')

    expect(storageFailure(printed, FOLDER).message).toContain('(could not map memory)')
  })

  test('is passed on as it is when it is already a refusal', () => {
    const refusal = new DomainError('storage-unavailable', 'Said already.')

    expect(storageFailure(refusal, FOLDER)).toBe(refusal)
  })
})
