import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  AS_NOBODY,
  canRun,
  inOtherProcess,
  isRoot,
  query,
  temporaryFolder,
} from './embedded-support.js'

/** The test itself may run as root, to whom no folder is read-only. */
const AS_USER = isRoot ? AS_NOBODY : []
const OWN_MOUNTS = isRoot
  ? ['unshare', '--mount']
  : ['unshare', '--user', '--map-root-user', '--mount']

test('a folder that cannot be written is named, with the remedy', async () => {
  const parent = temporaryFolder()
  chmodSync(parent, 0o555)

  const { answer } = await inOtherProcess([join(parent, 'data')], AS_USER)
  chmodSync(parent, 0o755)

  expect(answer).toMatchObject({
    code: 'storage-unavailable',
    reason: 'read-only',
    refused: `The database folder ${join(parent, 'data')} cannot be written by this account: give it write access or choose another folder.`,
  })
})

test('a file in the place of the folder is named', async () => {
  const file = join(temporaryFolder(), 'data')
  writeFileSync(file, '')

  const { answer } = await inOtherProcess([file])

  expect(answer).toMatchObject({ code: 'storage-unavailable', reason: 'not-a-folder' })
})

test.runIf(canRun([...OWN_MOUNTS, 'sh', '-c', 'mount -t tmpfs none /mnt']))(
  'a full disk is called a full disk',
  async () => {
    const folder = temporaryFolder()
    const tiny = [
      ...[...OWN_MOUNTS, 'sh', '-c'],
      ...['mount -t tmpfs -o size=8m none "$0" && exec "$@"', folder],
    ]

    const { answer } = await inOtherProcess([folder], tiny)

    expect(answer).toMatchObject({
      code: 'storage-unavailable',
      reason: 'disk-full',
      refused: `The disk that holds the database folder ${folder} is full: free some space, then start again.`,
    })
  },
)

test.runIf(isRoot)('root is told when the account of the database cannot enter', async () => {
  const closed = temporaryFolder()
  chmodSync(closed, 0o700)
  const folder = join(closed, 'data')

  const { answer } = await inOtherProcess([folder, 'copy'])

  expect(answer).toMatchObject({
    code: 'storage-unavailable',
    reason: 'cannot-enter',
    refused: `The account nobody, under which the database runs, cannot enter ${folder}: choose a folder it can reach, or start without root.`,
  })
})

test.runIf(isRoot)('root may use a folder that only root can enter', async () => {
  const closed = temporaryFolder()
  chmodSync(closed, 0o700)
  const other = await inOtherProcess([join(closed, 'data')])

  expect(other.answer.mode).toBe('userns')
  expect(await query(other.answer.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await other.end()
})

test.runIf(isRoot)(
  'without user namespaces, root’s server runs as nobody on the same data',
  async () => {
    const folder = join(temporaryFolder(), 'data')
    const first = await inOtherProcess([folder])
    await query(first.answer.url, 'create table shelf as select 1 as id')
    await first.end()

    const second = await inOtherProcess([folder, 'copy'])

    expect(second.answer.mode).toBe('copy')
    expect(await query(second.answer.url, 'select id from shelf')).toEqual([{ id: 1 }])
    await second.end()
  },
)

test('an ordinary account needs no help from root', async () => {
  const parent = temporaryFolder()
  chmodSync(parent, 0o777)
  const folder = join(parent, 'data')

  const other = await inOtherProcess([folder], AS_USER)

  expect(other.answer.mode).toBe('plain')
  expect(await query(other.answer.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await other.end()
})

test.runIf(isRoot)('root does not take over the data of an ordinary account', async () => {
  const parent = temporaryFolder()
  chmodSync(parent, 0o777)
  const folder = join(parent, 'data')
  const theirs = await inOtherProcess([folder], AS_USER)
  await query(theirs.answer.url, 'create table shelf as select 1 as id')
  await theirs.end()

  const asRoot = await inOtherProcess([folder])
  expect(await query(asRoot.answer.url, 'select id from shelf')).toEqual([{ id: 1 }])
  await asRoot.end()
  const again = await inOtherProcess([folder], AS_USER)

  expect(again.answer.mode).toBe('plain')
  expect(await query(again.answer.url, 'select id from shelf')).toEqual([{ id: 1 }])
  await again.end()
})

test('data written by another major version is refused with a way out', async () => {
  const folder = join(temporaryFolder(), 'data')
  const first = await inOtherProcess([folder])
  await first.end()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '15\n')

  const { answer } = await inOtherProcess([folder])

  expect(answer).toMatchObject({ code: 'storage-unavailable', reason: 'other-version' })
})
