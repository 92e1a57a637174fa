import { describe, expect, test } from 'vitest'
import { projectFiles, type SourceFile } from './source.js'

/** A drawer takes anything; a file is named after the one idea it holds. */
const DRAWERS =
  /(?:^|[/-])(?:utils?|helpers?|common|misc|shared|lib|types|constants|manager)(?:\/|\.tsx?$)/
const KEBAB = /^(?:[a-z0-9]+(?:[-.][a-z0-9]+)*\/)*[a-z0-9]+(?:[-.][a-z0-9]+)*\.\w+$/

const misnamed = (files: readonly Pick<SourceFile, 'path'>[]): readonly string[] =>
  files.map(({ path }) => path).filter((path) => DRAWERS.test(path) || !KEBAB.test(path))

describe('files', () => {
  test('are named in lower case, with hyphens, after what they hold', () => {
    const files = projectFiles('src', 'jobs', 'templates', 'web').filter(({ path }) =>
      /\.(tsx?|css)$/.test(path),
    )
    expect(files.length).toBeGreaterThan(500)
    expect(misnamed(files)).toEqual([])
  })

  test.each([
    'src/stock/utils.ts',
    'src/common/lots.ts',
    'src/stock/Lot.ts',
    'src/stock/lot_view.ts',
    'web/src/finance/MonthPage.tsx',
    'web/src/ui/helpers.tsx',
  ])('%s is found', (path) => {
    expect(misnamed([{ path }])).toEqual([path])
  })
})
