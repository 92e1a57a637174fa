// What the screens are made of, and what of the server they may run: .dependency-cruiser.mjs holds them to it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of `src` that run in a browser as well: values and schemas. The last group does not: they lean on the server. */
export const RUNS_IN_BROWSER =
  '^src/(kernel/|(?!members/user-|operations/|verification/)[^/]+/[a-z-]*(schema|vocabulary|transitions|reasons)\\.ts$|catalogue/import/import-id\\.ts$|courier/recurrence\\.ts$)'

const LEFT_OUT = /^web\/dist\/|\.test\.tsx?$/
const ALSO = ['package-lock.json', 'tsconfig.json', 'tools/build-screens.mjs']

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))

/** One digest over everything a build of the screens reads. Paths are relative to the root of the project. */
export function digestOfSources() {
  const server = filesBelow('src').filter((path) => new RegExp(RUNS_IN_BROWSER).test(path))
  const files = [...filesBelow('web'), ...server, ...ALSO]
    .filter((path) => !LEFT_OUT.test(path) && existsSync(path))
    .sort()
  const digest = createHash('sha256')
  for (const path of files) digest.update(`${path}\0`).update(readFileSync(path)).update('\0')
  return digest.digest('hex')
}
