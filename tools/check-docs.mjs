// A document that names a file which is gone, a page without an error code or a code without its page, a
// variable without a row: each is wrong.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n')
const documents = tracked.filter((file) => file.endsWith('.md'))
const problems = []

const REFERENCE = /`((?:src|jobs|templates|test|prisma|docs|bench|tools|web)\/[\w./-]+\.\w+)`/g
for (const document of documents) {
  for (const [, path] of readFileSync(document, 'utf8').matchAll(REFERENCE)) {
    if (!existsSync(path)) problems.push(`${document} names ${path}, which does not exist`)
  }
}

const codes = [
  ...readFileSync('src/kernel/errors.ts', 'utf8').matchAll(/^ {2}'([a-z-]+)',$/gm),
].map(([, code]) => code)
if (codes.length === 0)
  problems.push('src/kernel/errors.ts: no error code found, the check is blind')
for (const code of codes) {
  if (!existsSync(`docs/problems/${code}.md`)) problems.push(`docs/problems/${code}.md is missing`)
}

for (const page of tracked.filter((file) => file.startsWith('docs/problems/'))) {
  const code = page.slice('docs/problems/'.length, -'.md'.length)
  if (!codes.includes(code)) problems.push(`${page} explains no error code`)
}

const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : ''
const variables = [
  ...readFileSync('src/config.ts', 'utf8').matchAll(/^ {4}([A-Z_]+): optional\(/gm),
].map(([, name]) => name)
if (variables.length === 0) problems.push('src/config.ts: no variable found, the check is blind')
for (const name of variables) {
  if (!readme.includes(`| \`${name}\``)) problems.push(`README.md has no row for ${name}`)
}

for (const problem of problems) console.error(problem)
process.exitCode = problems.length === 0 ? 0 : 1
