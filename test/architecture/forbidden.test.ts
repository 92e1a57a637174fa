import { describe, expect, test } from 'vitest'
import { type Finding, lineOf, type SourceFile, screenFiles, shippedFiles } from './source.js'

interface Rule {
  readonly name: string
  readonly pattern: RegExp
  /** The one place where it is right, with its reason. */
  readonly except?: Readonly<Record<string, string>>
  readonly planted: string
  /** Holds on the server alone. */
  readonly onServer?: true
}

const RULES: readonly Rule[] = [
  {
    name: 'the environment is read in one place',
    pattern: /process\.env\b/g,
    except: { 'src/config.ts': 'the only reader of the environment' },
    planted: 'const port = process.env.PORT',
  },
  {
    name: 'time comes from a clock',
    pattern: /new Date\(\)|Date\.now\(\)/g,
    except: { 'src/kernel/calendar.ts': 'the clock of the system' },
    planted: 'const at = new Date()',
    onServer: true,
  },
  {
    name: 'nothing is drawn at random',
    pattern: /Math\.random\b/g,
    planted: 'const share = Math.random()',
    onServer: true,
  },
  {
    name: 'amounts and quantities are never floats',
    pattern: /\bparseFloat\b|\.toFixed\(/g,
    except: {
      'src/catalogue/search/fold.ts': 'a strength in milligrams, normalised for the search',
      'templates/kit/text-operators.ts': 'coordinates on a page, shortened',
    },
    planted: 'const euros = total.toFixed(2)',
  },
  {
    name: 'types are not talked out of it',
    pattern:
      /(?<=[\w)\]>]\??): any\b|\bas any\b|<any\b|\bas unknown as\b|[\w)\]]!(?:\.|\[)|@ts-(?:ignore|nocheck|expect-error)/g,
    planted: 'const row = found as unknown as Row',
  },
  {
    // What a screen may do knowingly: say why a rule made for most pages is wrong for this one.
    name: 'the linter is not silenced',
    pattern:
      /biome-ignore(?! lint\/(?:a11y\/\w+|suspicious\/(?:noArrayIndexKey|noControlCharactersInRegex)): \w)/g,
    planted: '// biome-ignore lint/suspicious/noExplicitAny: it is only one',
  },
  { name: 'nothing is left for later', pattern: /\b(?:TODO|FIXME|XXX)\b/g, planted: '// TODO' },
  {
    name: 'exports have one name',
    pattern: /^export default\b|\bas default\b/gm,
    planted: 'export default run',
  },
  {
    name: 'what is logged goes to the log',
    pattern: /\bconsole\.\w+\(/g,
    planted: 'console.log(order)',
  },
  {
    name: 'syntax can be erased',
    pattern: /^[ \t]*(?:export )?(?:declare )?(?:const )?(?:enum|namespace) \w/gm,
    planted: 'export enum State {}',
  },
]

/** Prose may name what code may not write. */
const withoutComments = (text: string): string =>
  text.replaceAll(
    /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/(?! ?(?:TODO|FIXME|XXX|@ts-|biome-)).*$/gm,
    (comment) => comment.replaceAll(/[^\n]/g, ' '),
  )

const broken = (files: readonly SourceFile[], { name, pattern, except = {} }: Rule): Finding[] =>
  files
    .filter(({ path }) => !(path in except))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(pattern)].map(
        ({ index, 0: found }): Finding => `${path}:${lineOf(text, index)} ${name}: ${found}`,
      ),
    )

const server = shippedFiles()
const screens = screenFiles()
const filesUnder = ({ onServer }: Rule): readonly SourceFile[] =>
  onServer ? server : [...server, ...screens]

describe.each(RULES)('$name', (rule) => {
  test('throughout the shipped code', () => {
    expect(server.length).toBeGreaterThan(400)
    expect(screens.length).toBeGreaterThan(20)
    expect(broken(filesUnder(rule), rule)).toEqual([])
  })

  test('and a file that breaks it is found', () => {
    const planted = { path: 'src/stock/planted.ts', text: `// one\n${rule.planted}\n` }
    expect(broken([planted], rule)).toEqual([expect.stringMatching(/^src\/stock\/planted\.ts:2 /)])
  })

  test('and no exception outlives its reason', () => {
    const idle = Object.keys(rule.except ?? {}).filter(
      (path) =>
        !filesUnder(rule).some(
          (file) => file.path === path && file.text.search(rule.pattern) !== -1,
        ),
    )
    expect(idle).toEqual([])
  })
})
