#!/usr/bin/env node
// The built program when there is one, otherwise the sources through tsx.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../dist/src/main.cli.js', import.meta.url))
const source = fileURLToPath(new URL('../src/main.cli.ts', import.meta.url))
const program = existsSync(built) ? [built] : ['--import', 'tsx', source]
const child = spawn(process.execPath, [...program, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) =>
  signal ? process.kill(process.pid, signal) : process.exit(code ?? 1),
)
