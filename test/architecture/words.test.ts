import { describe, expect, test } from 'vitest'
import { type Finding, lineOf, projectFiles, type SourceFile } from './source.js'

/** Where this project is written and what asked for a change is nobody's business here. */
const FOREIGN: ReadonlyArray<readonly [string, RegExp]> = [
  ['a path of one machine', /(?<![\w.])\/(?:home|Users|root|work|tmp\/[\w-]+)\/\w/g],
  ['a host of a package registry', /registry\.(?:npmjs|yarnpkg)\.|"resolved": "https?:/g],
  ['a ticket', /\b(?:issue|ticket|PR) ?#\d+|\bfixes #\d+/gi],
]

/** Fonts and signatures travel whole; the rule itself has to name what it looks for. */
const READ = /\.(tsx?|mjs|js|json|md|sql|prisma|sh|html|css|ya?ml)$|^\.ci\//
const ITSELF = 'test/architecture/words.test.ts'

const foreignWords = (files: readonly SourceFile[]): readonly Finding[] =>
  files
    .filter(({ path }) => READ.test(path) && path !== ITSELF)
    .flatMap(({ path, text }) =>
      FOREIGN.flatMap(([what, pattern]) =>
        [...text.matchAll(pattern)].map(
          ({ index, 0: found }): Finding => `${path}:${lineOf(text, index)} ${what}: ${found}`,
        ),
      ),
    )

describe('the project speaks of itself alone', () => {
  test('in every file it keeps', () => {
    const files = projectFiles()
    expect(files.length).toBeGreaterThan(800)
    expect(foreignWords(files)).toEqual([])
  })

  test.each([
    ['// see /home/ada/notes.md', 'a path of one machine'],
    ['"resolved": "https://example.org/a.tgz"', 'a host of a package registry'],
    ['Corrects issue #12', 'a ticket'],
  ])('%j is found', (text, what) => {
    const planted = { path: 'src/stock/planted.ts', text: `one\n${text}\n` }
    expect(foreignWords([planted])).toEqual([
      expect.stringContaining(`src/stock/planted.ts:2 ${what}`),
    ])
  })
})
