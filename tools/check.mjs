// The checks a change must pass before it is pushed, in parallel; types are checked again where something changed.
import { spawn } from 'node:child_process'

/** Seconds each: they draw every document or read the whole public database. `npm test` runs them. */
const SLOW = [
  'templates/**',
  'jobs/rendering/**',
  '**/real-edition.test.ts',
  '**/hit-rates.test.ts',
]
const quickly = SLOW.flatMap((pattern) => ['--exclude', pattern])

const CHECKS = [
  ['format and lint', 'biome', ['ci', '--colors=off', '--error-on-warnings', '.']],
  ['types', 'tsc', ['--build', 'web']],
  ['dead code', 'knip', ['--no-progress', '--treat-config-hints-as-errors']],
  ['documents', process.execPath, ['tools/check-docs.mjs']],
  ['unit tests', 'vitest', ['run', '--project', 'unit', '--reporter', 'dot', ...quickly]],
  ['layers and habits', 'vitest', ['run', '--project', 'architecture', '--reporter', 'dot']],
]

function run([name, command, args]) {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const path = `node_modules/.bin:${process.env.PATH}`
    const child = spawn(command, args, { env: { ...process.env, PATH: path, NO_COLOR: '1' } })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ name, ok: false, output: String(error), seconds: 0 }))
    child.on('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000
      resolve({ name, ok: code === 0, output, seconds })
    })
  })
}

const results = await Promise.all(CHECKS.map(run))
for (const { name, ok, output, seconds } of results) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(output)
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
