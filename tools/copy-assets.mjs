// What `tsc` leaves undone in dist/: files that are not TypeScript are copied, the built screens too, and
// output whose source is gone is removed, so that a deleted module cannot be imported by accident.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const OUT = 'dist'
const FOLDERS = ['src', 'jobs', 'templates']
/** Only loads TypeScript into threads; from the build they start the compiled file themselves. */
const LEFT_OUT = new Set([join('jobs', 'rendering', 'thread-from-source.mjs')])

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : []

/** Built by tools/build-screens.mjs, and served from here by the compiled program. */
const SCREENS = join('web', 'dist')

const copy = (file, target) => {
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(file, target)
}

const sources = FOLDERS.flatMap(filesBelow)
const assets = sources.filter((file) => !file.endsWith('.ts') && !LEFT_OUT.has(file))
for (const asset of assets) copy(asset, join(OUT, asset))

const screens = filesBelow(SCREENS).map((file) => relative(SCREENS, file))
for (const screen of screens) copy(join(SCREENS, screen), join(OUT, 'web', screen))

const compiled = sources
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => ['.js', '.js.map', '.d.ts'].map((end) => file.replace(/\.ts$/, end)))
const wanted = new Set(
  [...assets, ...compiled, ...screens.map((screen) => join('web', screen))].map((file) =>
    join(OUT, file),
  ),
)
const stale = filesBelow(OUT).filter((file) => !wanted.has(file))
for (const file of stale) rmSync(file)

const copied = assets.length + screens.length
console.log(`dist: ${copied} other file(s) copied, ${stale.length} stale file(s) removed`)
