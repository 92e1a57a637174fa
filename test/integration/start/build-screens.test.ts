import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..', '..', '..')
const BUILDS = '· Construction des écrans\n'
const SLOW_MS = 60_000

const folder = mkdtempSync(join(tmpdir(), 'navette-build-'))
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const served = (path: string): string => readFileSync(join(folder, 'web/dist', path), 'utf8')
const script = (): string => {
  const [name = ''] = readdirSync(join(folder, 'web/dist/assets')).filter((it) =>
    it.endsWith('.js'),
  )
  return served(join('assets', name))
}

function build(): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/build-screens.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}

/** A small project with the tools of this one. */
beforeAll(() => {
  cpSync(join(ROOT, 'tools'), join(folder, 'tools'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  write('package.json', '{ "type": "module" }\n')
  write('web/vite.config.ts', 'export default { root: import.meta.dirname }\n')
  write('web/index.html', '<!doctype html><script type="module" src="/src/main.ts"></script>\n')
  write(
    'web/src/main.ts',
    `import { WORD } from '../../src/kernel/word.ts'\ndocument.title = WORD.repeat(900)\n`,
  )
  write('web/src/main.test.ts', 'a test')
  write('src/kernel/word.ts', `export const WORD = 'mot'\n`)
  write('src/stock/receive.ts', 'the server alone')
})
afterAll(() => rmSync(folder, { recursive: true }))

test(
  'the screens are built when they are not there, compressed, and not again',
  () => {
    expect(build()).toEqual({ status: 0, stdout: BUILDS, stderr: '' })
    expect(served('index.html')).toContain('<script type="module"')
    expect(script()).toContain('mot')
    expect(build()).toEqual({ status: 0, stdout: '', stderr: '' })
  },
  SLOW_MS,
)

test(
  'they are built again for a change they can show, and only for that',
  () => {
    write('src/stock/receive.ts', 'the server alone, changed')
    write('web/src/main.test.ts', 'another test')
    expect(build().stdout).toBe('')

    write('src/kernel/word.ts', `export const WORD = '${'autre mot '.repeat(200)}'\n`)
    expect(build().stdout).toBe(BUILDS)
    expect(script()).toContain('autre mot')
    const [packed = ''] = readdirSync(join(folder, 'web/dist/assets')).filter((it) =>
      it.endsWith('.br'),
    )
    const bytes = readFileSync(join(folder, 'web/dist/assets', packed))
    expect(brotliDecompressSync(bytes).toString()).toBe(script())
  },
  SLOW_MS,
)

test(
  'a build that fails says so, and leaves the last one in place',
  () => {
    write('web/src/broken.ts', 'export const = 1\n')
    write('web/src/main.ts', `import './broken.ts'\n`)
    const failed = build()
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain('broken.ts')
    expect(failed.stderr).toMatch(/✕ Les écrans ne se construisent pas/)
    expect(script()).toContain('autre mot')
    expect(readdirSync(join(folder, '.local'))).toEqual([])
  },
  SLOW_MS,
)

test('without development dependencies the program starts with the screens there are', () => {
  rmSync(join(folder, 'node_modules'))
  const { status, stdout } = build()
  expect([status, stdout]).toEqual([0, expect.stringContaining('Vite n’est pas installé')])
  expect(existsSync(join(folder, 'web/dist/index.html'))).toBe(true)
})
