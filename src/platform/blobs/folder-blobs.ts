import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type BlobStore,
  requireSha256,
  sha256Of,
  storageUnavailable,
  verified,
} from './blob-store.js'

/** Blobs as files, two levels of folders deep so that no folder holds millions. */
export function folderBlobs(root: string): BlobStore {
  const pathOf = (sha256: string) =>
    join(root, requireSha256(sha256).slice(0, 2), sha256.slice(2, 4), sha256)

  return {
    put: async (bytes) => {
      const stored = { sha256: sha256Of(bytes), sizeBytes: bytes.byteLength }
      const path = pathOf(stored.sha256)
      await translated(root, async () => {
        // A file of another size is a damaged one: writing it again repairs it.
        if ((await sizeOf(path)) === stored.sizeBytes) return
        await requireWritable(root)
        await writeWhole(path, bytes)
      })
      return stored
    },
    get: async (sha256) => {
      const path = pathOf(sha256)
      const bytes = await translated(root, () => unlessMissing(readFile(path)))
      return bytes === undefined ? undefined : verified(bytes, sha256)
    },
    has: async (sha256) => {
      const path = pathOf(sha256)
      return (await translated(root, () => sizeOf(path))) !== undefined
    },
    check: () => translated(root, () => requireWritable(root)),
  }
}

/** Asked first: on a read-only disk Node's recursive mkdir says that a folder is missing. */
async function requireWritable(root: string): Promise<void> {
  await mkdir(root, { recursive: true })
  await access(root, constants.W_OK)
}

/** Under its name there is the whole file or none, even if the power fails: hence both fsyncs. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `.${randomUUID()}.partial`)
  try {
    await withFile(partial, 'wx', async (file) => {
      await file.writeFile(bytes)
      await file.sync()
    })
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
  // Windows cannot open a folder; NTFS journals the rename itself.
  if (process.platform !== 'win32') await withFile(folder, 'r', (handle) => handle.sync())
}

async function withFile(
  path: string,
  flags: string,
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags)
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

const sizeOf = async (path: string): Promise<number | undefined> =>
  (await unlessMissing(stat(path)))?.size

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT'])
const READ_ONLY = new Set<unknown>(['EROFS', 'EACCES', 'EPERM'])

async function translated<T>(root: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (FULL.has(code)) {
      throw storageUnavailable(
        'full',
        `The disk of ${root} is full: free some space, then try again`,
      )
    }
    if (READ_ONLY.has(code)) {
      throw storageUnavailable(
        'read-only',
        `The folder ${root} may not be written: give the account that runs Navette the right to write there`,
      )
    }
    if (code === undefined) throw error
    throw storageUnavailable(
      'unreachable',
      `The folder ${root} does not work as storage (${String(code)}): check that it is a folder on a mounted disk`,
    )
  }
}
