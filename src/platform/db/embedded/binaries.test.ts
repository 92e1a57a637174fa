import { expect, test } from 'vitest'
import { findBinaries } from './binaries.js'

test('a platform without binaries is named, with the remedy', () => {
  expect(() => findBinaries('aix-ppc64')).toThrow(
    'No embedded PostgreSQL exists for aix-ppc64, or npm skipped it as optional: run npm ci again, or set DATABASE_URL to a PostgreSQL server of your own.',
  )
})
