import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getMimeType } from 'hono/utils/mime'

/** Best first, by the name a browser asks for it and the ending the build writes. */
export const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

export type Encoding = (typeof ENCODINGS)[number][0]

/** One file of the built screens. */
export interface ScreenFile {
  readonly type: string
  /** Digest of the bytes: the same for as long as they are. */
  readonly digest: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What the build compressed it to, where that was worth it. */
  readonly compressed: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>
}

/** The built screens by the path of their address, such as `/assets/main-4f2a.js`; empty when they are not built. */
export type ScreenFiles = ReadonlyMap<string, ScreenFile>

/** Where the build puts the screens: `web/dist` of the sources, `dist/web` of the compiled program. */
export const builtScreens = (): string =>
  fileURLToPath(
    new URL(
      import.meta.url.endsWith('.ts') ? '../../../web/dist' : '../../../web',
      import.meta.url,
    ),
  )

/**
 * Reads a whole folder into memory, a few megabytes: what is answered is what was there at the start,
 * and no address can name a file that is not one of these.
 */
export function readScreens(folder: string): ScreenFiles {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const files = paths
    .filter((path) => !ENCODINGS.some(([, ending]) => path.endsWith(ending)))
    .map((path) => [`/${path.replaceAll(sep, '/')}`, readScreen(join(folder, path))] as const)
  return new Map(files)
}

function readScreen(path: string): ScreenFile {
  const bytes = read(path)
  const compressed = ENCODINGS.filter(([, ending]) => existsSync(path + ending)).map(
    ([encoding, ending]) => [encoding, read(path + ending)] as const,
  )
  return {
    type: getMimeType(path) ?? 'application/octet-stream',
    digest: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    bytes,
    compressed: new Map(compressed),
  }
}

const read = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path))
