// Builds the screens into web/dist when what they are made of has changed since, and does nothing otherwise.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { digestOfSources } from './screen-sources.mjs'

const SERVED = join('web', 'dist')
/** The digest of what this build was made of; the server leaves it out, as every name with a dot in front. */
const STAMP = '.made-of'

const COMPRESSIBLE = /\.(js|mjs|css|html|svg|json|webmanifest|wasm|txt|bcmap)$/
const WORTH_BYTES = 1024
/** The slowest makes files 7 % smaller in ten times as long: for those alone that every first page waits for. */
const QUALITY = { ofFirstPages: 11, ofOthers: 9 }
const brotli = (bytes, quality) =>
  promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
const gzipped = (bytes) => promisify(gzip)(bytes, { level: 9 })

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

function isFresh(digest) {
  const stamp = join(SERVED, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

/** Beside the folder that is served, so that nobody ever meets half a build; two at once do not meet either. */
async function build(digest) {
  const folder = resolve('.local', `screens-${process.pid}`)
  try {
    await bundle(folder)
    await compress(folder)
    writeFileSync(join(folder, STAMP), digest)
    rmSync(SERVED, { recursive: true, force: true })
    swapIn(folder, digest)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function swapIn(folder, digest) {
  try {
    renameSync(folder, SERVED)
  } catch (error) {
    // Somebody who built the same was quicker.
    if (!isFresh(digest)) throw error
  }
}

async function bundle(outDir) {
  mkdirSync(outDir, { recursive: true })
  process.env.NODE_ENV = 'production'
  const vite = await import('vite')
  await vite.build({
    configFile: resolve('web', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
}

async function compress(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const first = readFileSync(join(folder, 'index.html'), 'utf8')
  for (const file of files) {
    const bytes = readFileSync(file)
    if (bytes.length < WORTH_BYTES) continue
    const quality = first.includes(basename(file)) ? QUALITY.ofFirstPages : QUALITY.ofOthers
    const [br, gz] = await Promise.all([brotli(bytes, quality), gzipped(bytes)])
    writeFileSync(`${file}.br`, br)
    writeFileSync(`${file}.gz`, gz)
  }
}

const digest = digestOfSources()
if (isFresh(digest)) process.exit()
if (!existsSync(join('node_modules', 'vite'))) {
  // Without development dependencies the server still starts, with the screens there are.
  console.log('· Écrans\u00a0: Vite n’est pas installé, la construction est laissée de côté')
} else {
  console.log('· Construction des écrans')
  await build(digest).catch((error) => {
    console.error(error.message)
    console.error('✕ Les écrans ne se construisent pas\u00a0: la raison est au-dessus.')
    process.exitCode = 1
  })
}
