import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

/** One file of the project, its path from the root. A rule takes these, so a test can hand it a planted one. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A place that breaks a rule, as a reader wants to find it. */
export type Finding = `${string}:${number} ${string}`

const BINARY = /\.(png|jpe?g|ico|pdf|ttf|woff2?|gz|zip)$/

/** What git tracks or would track, so that a rule already holds for a file that is being written. */
export function projectFiles(...folders: readonly string[]): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((path) => path !== '' && !BINARY.test(path) && existsSync(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

export const isTest = ({ path }: SourceFile): boolean =>
  path.startsWith('test/') || /\.test\.tsx?$/.test(path)

/** The TypeScript that ships: what runs in production, tests left out. */
export const shippedFiles = (): readonly SourceFile[] =>
  projectFiles('src', 'jobs', 'templates').filter(
    (file) => file.path.endsWith('.ts') && !isTest(file),
  )

/** The screens, tests left out: what runs in a browser. */
export const screenFiles = (): readonly SourceFile[] =>
  projectFiles('web/src').filter((file) => /\.tsx?$/.test(file.path) && !isTest(file))

export const lineOf = (text: string, offset: number): number =>
  text.slice(0, offset).split('\n').length
