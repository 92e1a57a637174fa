import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type BlobStore, openBlobs } from '../../../src/platform/blobs/index.js'
import { S3Server } from './blobs-s3-server.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Even the superuser may not, in most containers; asked in a namespace that ends with the question. */
const mayMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0

const s3 = new S3Server('documents')
let s3Host = ''
const folder = mkdtempSync(join(tmpdir(), 'navette-blobs-'))
beforeAll(async () => {
  s3Host = await s3.start()
})
afterAll(async () => {
  await s3.stop()
  rmSync(folder, { recursive: true, force: true })
})

const s3Url = (keys = 'key:secret@', bucket = 'documents'): string =>
  `s3://${keys}${s3Host}/${bucket}?region=fr-par&tls=false`

const STORES: Record<string, { open: () => BlobStore; damage: (sha256: string) => void }> = {
  'a folder': {
    open: () => openBlobs(pathToFileURL(folder).href),
    damage: (sha256) => writeFileSync(pathIn(folder, sha256), 'x'),
  },
  S3: {
    open: () => openBlobs(s3Url()),
    damage: (sha256) => {
      const object = s3.objects.get(`/documents/blobs/${sha256}`)
      if (object) object.bytes = Buffer.from('x')
    },
  },
}

describe.for(Object.entries(STORES))('documents in %s', ([, { open, damage }]) => {
  test('are read back as they were stored, under their hash', async () => {
    const blobs = open()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251)

    const { sha256, sizeBytes } = await blobs.put(bytes, 'application/pdf')

    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(sizeBytes).toBe(70_000)
    expect(await blobs.get(sha256)).toEqual(expect.objectContaining({ byteLength: 70_000 }))
    expect(Buffer.from((await blobs.get(sha256)) ?? []).equals(Buffer.from(bytes))).toBe(true)
  })

  test('may be stored again, even at the same moment', async () => {
    const blobs = open()
    const puts = Array.from({ length: 5 }, () => blobs.put(bytesOf('same'), 'text/plain'))

    const stored = await Promise.all(puts)

    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(await blobs.has(stored[0]?.sha256 ?? '')).toBe(true)
  })

  test('may be empty', async () => {
    const blobs = open()

    const { sha256 } = await blobs.put(new Uint8Array(), 'text/plain')

    expect((await blobs.get(sha256))?.byteLength).toBe(0)
  })

  test('that were never stored are absent, which is no failure', async () => {
    const blobs = open()
    const unknown = 'ab'.repeat(32)

    expect(await blobs.get(unknown)).toBeUndefined()
    expect(await blobs.has(unknown)).toBe(false)
    await expect(blobs.check()).resolves.toBeUndefined()
  })

  test('that were damaged are never handed out, and are repaired by storing them again', async () => {
    const blobs = open()
    const { sha256 } = await blobs.put(bytesOf('to be damaged'), 'text/plain')
    damage(sha256)

    await expect(blobs.get(sha256)).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('restore it from the backup'),
    })
    await blobs.put(bytesOf('to be damaged'), 'text/plain')

    expect(await blobs.get(sha256)).toBeDefined()
  })

  test('are asked for by hash only: anything else is a defect', async () => {
    await expect(open().get('../../etc/passwd')).rejects.toThrow(TypeError)
  })
})

describe('a folder', () => {
  test.skipIf(!mayMount)('that may not be written says so (needs the right to mount)', async () => {
    const path = ownDisk()
    const blobs = openBlobs(path)
    const { sha256 } = await blobs.put(bytesOf('before'), 'text/plain')
    mount('-o', 'remount,ro', path)

    await expect(blobs.put(bytesOf('after'), 'text/plain')).rejects.toMatchObject({
      code: 'storage-unavailable',
      details: { reason: 'read-only' },
    })
    await expect(blobs.check()).rejects.toMatchObject({ code: 'storage-unavailable' })
    expect(await blobs.get(sha256)).toBeDefined()
  })

  test.skipIf(!mayMount)(
    'on a full disk says so, leaves nothing behind, and works again once there is space',
    async () => {
      const path = ownDisk()
      const blobs = openBlobs(path)
      const tooMuch = new Uint8Array(200_000)

      await expect(blobs.put(tooMuch, 'text/plain')).rejects.toMatchObject({
        code: 'storage-unavailable',
        message: expect.stringContaining('is full: free some space'),
      })

      expect(filesIn(path)).toEqual([])
      mount('-o', 'remount,size=1m', path)
      await blobs.put(tooMuch, 'text/plain')
      expect(filesIn(path)).toHaveLength(1)
    },
  )

  test('whose place is taken by a file says so', async () => {
    const path = join(ownFolder(), 'taken')
    writeFileSync(path, '')

    await expect(openBlobs(path).put(bytesOf('x'), 'text/plain')).rejects.toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('check that it is a folder'),
    })
  })

  test('holds whole files only, none half-written', async () => {
    const path = ownFolder()
    const { sha256 } = await openBlobs(path).put(bytesOf('whole'), 'text/plain')

    expect(filesIn(path)).toEqual([sha256])
  })
})

describe('S3', () => {
  test('keeps the media type with the bytes', async () => {
    const { sha256 } = await openBlobs(s3Url()).put(bytesOf('%PDF'), 'application/pdf')

    expect(s3.objects.get(`/documents/blobs/${sha256}`)?.mediaType).toBe('application/pdf')
  })

  test('takes keys given beside the URL', async () => {
    const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' }

    const { sha256 } = await openBlobs(s3Url(''), credentials).put(bytesOf('beside'), 'text/plain')

    expect(s3.objects.has(`/documents/blobs/${sha256}`)).toBe(true)
  })

  const unusable: readonly (readonly [string, () => string])[] = [
    ['refused', () => s3Url('other:secret@')],
    ['missing-bucket', () => s3Url('key:secret@', 'nowhere')],
    ['unreachable', () => 's3://key:secret@127.0.0.1:1/documents?tls=false'],
  ]
  test.for(unusable)('that cannot be used says why: %s', async ([reason, url]) => {
    const blobs = openBlobs(url())

    await expect(blobs.put(bytesOf('x'), 'text/plain')).rejects.toMatchObject({
      code: 'storage-unavailable',
      details: { reason },
      message: expect.not.stringContaining('secret'),
    })
    await expect(blobs.check()).rejects.toMatchObject({ code: 'storage-unavailable' })
  })

  test('that is full says so', async () => {
    s3.failsWith = 507
    onTestFinished(() => {
      s3.failsWith = undefined
    })

    await expect(openBlobs(s3Url()).put(bytesOf('x'), 'text/plain')).rejects.toMatchObject({
      details: { reason: 'full' },
    })
  })
})

test.for(['documents', 'ftp://host/bucket', 's3://key:hush@host/', 's3://host/bucket'])(
  'a storage URL that makes no sense is refused before anything is stored: %s',
  (url) => {
    expect(() => openBlobs(url)).toThrow(/^STORAGE_URL (?!.*hush)/)
  },
)

const pathIn = (root: string, sha256: string) =>
  join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

function ownFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'navette-blobs-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** 64 KiB of disk, to be filled or made read-only. */
function ownDisk(): string {
  const path = ownFolder()
  mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path)
  onTestFinished(() => void execFileSync('umount', [path]))
  return path
}

function mount(...args: readonly string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' })
}
